#include <stdlib.h>

struct holder {
  char *memory;
};

int parse(const char *text) {
  char *copy = malloc(64);
  if (copy == NULL) {
    return -1;
  }
  if (text == NULL) {
    free(copy);
    return -1;
  }
  free(copy);
  return 0;
}

char *made(void) {
  return malloc(64);
}

void kept(struct holder *holder) {
  holder->memory = malloc(64);
}

void handed_on(void) {
  char *memory = malloc(64);
  register_memory(memory);
}

struct reader {
  struct base base;
  int position;
};

struct base *reader_open(void) {
  struct reader *reader = calloc(1, sizeof(struct reader));
  if (reader == NULL) {
    return NULL;
  }
  reader->position = 0;
  return &reader->base;
}

int has_entry(const char *folder, const char *name) {
  DIR *open = opendir(folder);
  struct dirent *entry;
  if (open == NULL) {
    return -1;
  }
  while ((entry = readdir(open)) != NULL) {
    if (strcmp(entry->d_name, name) == 0) {
      closedir(open);
      return 1;
    }
  }
  closedir(open);
  return 0;
}
