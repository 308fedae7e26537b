#include <stdlib.h>

void local(void) {
  char *buffer = malloc(16);
  free(buffer);
}

void moved(void) {
  char *text = malloc(16);
  if (text == NULL) {
    return;
  }
  char *at = text;
  at++;
  free(text);
}
