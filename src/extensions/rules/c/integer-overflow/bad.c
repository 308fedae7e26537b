#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

int twice(void) {
  int count;
  scanf("%d", &count);
  return count * 2; // finding: is made larger
}

int less(void) {
  int count;
  scanf("%d", &count);
  return count - 1; // finding: is made smaller
}

char narrow(void) {
  int count;
  scanf("%d", &count);
  return (char)count; // finding: may not fit into 'char'
}

char wrapped(void) {
  char most = CHAR_MAX;
  char next = most + 1; // finding: does not fit into 'char'
  return next;
}

int *table(void) {
  int count;
  scanf("%d", &count);
  return malloc(count * sizeof(int)); // finding: may come out too small
}

void *room(void) {
  int size;
  scanf("%d", &size);
  if (size < 100) {
    return malloc(size); // finding: may be negative
  }
  return NULL;
}
