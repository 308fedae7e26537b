#include <stdio.h>
#include <string.h>

int last(void) {
  int all[4] = {1, 2, 3, 4};
  return all[3];
}

int pick(void) {
  int all[4] = {1, 2, 3, 4};
  int index = 0;
  scanf("%d", &index);
  if (index >= 0 && index < 4) {
    return all[index];
  }
  return 0;
}

void copy(char *target) {
  char source[16];
  memset(source, 'a', 15);
  source[15] = 0;
  memcpy(target, source, sizeof(source));
}

void cut(const char *name) {
  char short_name[8];
  strncpy(short_name, "a long name", sizeof(short_name) - 1);
  short_name[sizeof(short_name) - 1] = 0;
  printf("%zu", strlen(short_name));
}
