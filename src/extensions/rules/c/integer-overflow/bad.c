#include <limits.h>
#include <stdint.h>
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

int holds(uint32_t offset, uint32_t length, uint32_t size) {
  if (offset + length > size) { // finding: wraps around
    return 0;
  }
  return 1;
}

void *room(void) {
  int size;
  scanf("%d", &size);
  if (size < 100) {
    return malloc(size); // finding: may be negative
  }
  return NULL;
}

int lowest_negative(int bits) {
  return 1 << (bits - 1); // finding: By how much it is shifted
}

void next_port(void) {
  short port = 0;
  scanf("%hd", &port);
  ++port; // finding: leaves no room
  use(port);
}

int whole_part(const char *text) {
  return (int)atof(text); // finding: may not fit
}

void keep(char *to, const char *from) {
  int count = -1;
  if (count < 100) {
    memcpy(to, from, count); // finding: The size is negative
  }
}
