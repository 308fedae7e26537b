#include <stdlib.h>

int work(int is_bad) {
  char *buffer = malloc(16);
  if (buffer == NULL) {
    return -1;
  }
  if (is_bad) {
    free(buffer);
  }
  free(buffer); // finding: given back twice
  return 0;
}

static void drop(char *memory) { free(memory); } // finding: given back twice

void twice(void) {
  char *memory = malloc(4);
  drop(memory);
  drop(memory);
}
