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

void name_entry(struct entry *entry, const char *name)
{
    if (name)
        entry->name = strdup(name);
    else
        entry->name = "none"; // finding: 'name' is set to a literal here
}

void drop_entry(struct entry *entry)
{
    free(entry->name);
    free(entry);
}
