#include <stdlib.h>

void local(void) {
  char buffer[16];
  free(buffer); // finding: never allocated
}

void moved(void) {
  char *text = malloc(16);
  if (text == NULL) {
    return;
  }
  text++;
  free(text); // finding: middle of its memory
}
