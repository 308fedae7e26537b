#include <cstdlib>

void mixed() {
  int *all = new int[8];
  delete all; // finding: is given back with 'delete'
}

void other() {
  int *one = new int(3);
  free(one); // finding: is given back with 'free'
  int *all = (int *)malloc(32);
  delete[] all; // finding: is given back with 'delete[]'
}
