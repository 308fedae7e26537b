#include <stdlib.h>

int work(int is_bad) {
  char *buffer = malloc(16);
  if (buffer == NULL) {
    return -1;
  }
  if (is_bad) {
    free(buffer);
    return -1;
  }
  free(buffer);
  return 0;
}

void set(void) {
  char *memory = malloc(4);
  free(memory);
  memory = NULL;
  free(memory);
}

int cleanup(int n) {
  char *a = malloc(4);
  int result = -1;
  if (a == NULL) {
    goto out;
  }
  if (n < 0) {
    goto release;
  }
  result = 0;
release:
  free(a);
out:
  return result;
}
