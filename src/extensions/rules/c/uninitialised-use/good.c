#include <stdio.h>

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
