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

void walk(struct node *first) {
  for (struct node *at = first; at != NULL; at = at->next) {
    visit(at);
  }
  puts(first->name);
}

int read_size(struct reader *reader) {
  struct header *header = malloc(sizeof(struct header));
  if (header == NULL) {
    ThrowReaderException(reader, "no memory");
  }
  return header->size;
}

int checked_by_macro(struct reader *reader) {
  struct header *header = malloc(sizeof(struct header));
  CHECK(header != NULL);
  return header->size;
}

int left_by_macro(struct reader *reader) {
  struct header *header = malloc(sizeof(struct header));
  RETURN_IF(header == NULL);
  return header->size;
}
