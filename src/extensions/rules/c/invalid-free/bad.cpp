#include <cstdlib>

void mixed() {
  int *all = new int[8];
  delete all; // finding: is given back with 'delete'
}

void other() {
  int *one = new int(3);
  free(one); // missed: an object that is constructed with arguments is not followed
  int *all = (int *)malloc(32);
  delete[] all; // finding: is given back with 'delete[]'
}
