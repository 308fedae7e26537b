#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int sum(int n) {
  int total = 0;
  for (int i = 0; i < n; i++) {
    total += i;
  }
  return total;
}

void show(int n) {
  int count;
  if (n > 0) {
    count = n;
  } else {
    count = 0;
  }
  printf("%d", count);
}

void ask(void) {
  int answer;
  if (scanf("%d", &answer) == 1) {
    printf("%d", answer);
  }
}

int from_bytes(const char *bytes) {
  int number;
  memcpy(&number, bytes, sizeof(number));
  return number;
}

int with_rest(const char *text) {
  char *rest;
  long number = strtol(text, &rest, 10);
  return *rest == '\0' ? (int)number : -1;
}

int sum_of(struct list *list) {
  struct item *item;
  int sum = 0;
  list_foreach(list, item) {
    sum += item->value;
  }
  return sum;
}

int until_ready(struct source *source) {
  int state;
  do {
    source_read(source, &state);
  } while (state == 0);
  return state;
}

int port_of(const char *text, long *out) {
  char *end;
  long value = strtol(text, &end, 10);
  if (*end != '\0') {
    return -1;
  }
  *out = value;
  return 0;
}

uint32_t load(const unsigned char *packet) {
  uint32_t word;
  memcpy(&word, packet, sizeof(word));
  return word;
}

uint32_t swapped(uint32_t value) {
  uint32_t word;
  __asm__("bswap %0" : "=r"(word) : "0"(value));
  return word;
}

void not_used(void) {
  int spare;
  (void)spare;
}

int minutes(const char *line)
{
    int hour, minute;
    if (sscanf(line, "%d:%d", &hour, &minute) != 2)
        return -1;
    return hour * 60 + minute;
}

int minutes_if_any(const char *line)
{
    int hour, minute = 0;
    if (sscanf(line, "%d:%d", &hour, &minute) < 1)
        return -1;
    return hour * 60 + minute;
}

int minutes_after(const char *line)
{
    struct time time;
    memset(&time, 0, sizeof(time));
    if (sscanf(line, "%d:%d", &time.hour, &time.minute) < 1)
        return -1;
    return time.hour * 60 + time.minute;
}
