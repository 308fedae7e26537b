#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct item {
  int count;
};

struct item *make(void) {
  struct item *made = malloc(sizeof(struct item));
  if (made == NULL) {
    return NULL;
  }
  made->count = 0;
  return made;
}

int early(struct item *item) {
  if (!item) {
    return 0;
  }
  return item->count;
}

int both(struct item *item) {
  return item != NULL && item->count > 0;
}

int where(const char *text) {
  char *at = strchr(text, ':');
  return at ? at[1] : 0;
}
