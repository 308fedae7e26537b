#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

int twice(void) {
  int count;
  scanf("%d", &count);
  if (count < INT_MAX / 2 && count > INT_MIN / 2) {
    return count * 2;
  }
  return 0;
}

int less(void) {
  int count;
  scanf("%d", &count);
  if (count > INT_MIN) {
    return count - 1;
  }
  return 0;
}

char narrow(void) {
  int count;
  scanf("%d", &count);
  if (count >= 0 && count <= CHAR_MAX) {
    return (char)count;
  }
  return 0;
}

int *table(void) {
  int count;
  scanf("%d", &count);
  if (count < 1 || count > 1000) {
    return NULL;
  }
  return malloc(count * sizeof(int));
}

void *room(void) {
  int size;
  scanf("%d", &size);
  if (size > 0 && size < 100) {
    return malloc(size);
  }
  return NULL;
}
