#include <stdio.h>

int share(void) {
  int people;
  scanf("%d", &people);
  return 100 / people; // finding: may be zero
}

int rest(int n) {
  int people = 0;
  return n % people; // finding: is zero
}

int percentage(void) {
  double whole = 0.0;
  scanf("%lf", &whole);
  return (int)(100.0 / whole); // finding: may be zero
}
