#include <limits.h>
#include <stdint.h>
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

int holds(uint32_t offset, uint32_t length, uint32_t size) {
  if (offset > size || length > size - offset) {
    return 0;
  }
  return 1;
}

int holds_after_limit(uint32_t offset, uint32_t length, uint32_t size) {
  if (length > 4096 || offset > 4096) {
    return 0;
  }
  return offset + length <= size;
}

int holds_small(uint16_t offset, uint16_t length, uint32_t size) {
  return offset + length <= size;
}

void *room(void) {
  int size;
  scanf("%d", &size);
  if (size > 0 && size < 100) {
    return malloc(size);
  }
  return NULL;
}

int lowest_negative(int bits) {
  if (bits < 1 || bits > 31) {
    return 0;
  }
  return 1 << (bits - 1);
}

int arguments_but_the_first(int argc, char **argv);

int main(int argc, char **argv) {
  return arguments_but_the_first(argc - 1, argv + 1);
}

void next_port(void) {
  short port = 0;
  scanf("%hd", &port);
  if (port < SHRT_MAX) {
    ++port;
  }
  use(port);
}

int whole_part(const char *text) {
  double number = atof(text);
  return number < INT_MAX && number > INT_MIN ? (int)number : 0;
}
