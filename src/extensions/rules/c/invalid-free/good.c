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

void name_entry(struct entry *entry, const char *name)
{
    entry->name = strdup(name ? name : "none");
    entry->title = "none";
    entry->owns_title = 0;
}

void drop_entry(struct entry *entry)
{
    free(entry->name);
    if (entry->owns_title)
        free(entry->title);
    free(entry);
}
