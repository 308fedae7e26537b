#include <stdio.h>

int share(void) {
  int people;
  scanf("%d", &people);
  if (people == 0) {
    return 0;
  }
  return 100 / people;
}

int positive(void) {
  int people;
  scanf("%d", &people);
  return people > 0 ? 100 / people : 0;
}

int percentage(void) {
  double whole = 0.0;
  scanf("%lf", &whole);
  return fabs(whole) > 0.001 && whole < 1000 ? (int)(100.0 / whole) : 0;
}
