#include <cstdlib>

void matched() {
  int *all = new int[8];
  delete[] all;
  int *one = new int;
  delete one;
}
