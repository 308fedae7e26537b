#include <stdio.h>

int sum(int n) {
  int total;
  for (int i = 0; i < n; i++) {
    total += i; // finding: 'total' is read before
  }
  return 0;
}

void show(int n) {
  int count;
  if (n > 0) {
    count = n;
  }
  printf("%d", count); // finding: 'count' is read before
}

int minutes(const char *line)
{
    int hour, minute;
    if (sscanf(line, "%d:%d", &hour, &minute) < 1) // finding: before 'minute' is read
        return -1;
    return hour * 60 + minute;
}
