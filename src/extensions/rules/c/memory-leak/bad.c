#include <stdlib.h>

int parse(const char *text) {
  char *copy = malloc(64); // finding: not given back on every way out
  if (copy == NULL) {
    return -1;
  }
  if (text == NULL) {
    return -1;
  }
  free(copy);
  return 0;
}

int grow(int n) {
  char *memory = malloc(16);
  if (memory == NULL) {
    return -1;
  }
  char *larger = realloc(memory, n);
  if (larger == NULL) {
    free(memory);
    return -1;
  }
  free(larger);
  return 0;
}

int grow_badly(int n) {
  char *memory = malloc(16); // finding: not given back on every way out
  if (memory == NULL) {
    return -1;
  }
  memory = realloc(memory, n);
  if (memory == NULL) {
    return -1;
  }
  free(memory);
  return 0;
}

int has_entry(const char *folder, const char *name) {
  DIR *open = opendir(folder); // finding: not given back on every way out
  struct dirent *entry;
  if (open == NULL) {
    return -1;
  }
  while ((entry = readdir(open)) != NULL) {
    if (strcmp(entry->d_name, name) == 0) {
      return 1;
    }
  }
  closedir(open);
  return 0;
}
