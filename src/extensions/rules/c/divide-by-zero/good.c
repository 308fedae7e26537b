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
