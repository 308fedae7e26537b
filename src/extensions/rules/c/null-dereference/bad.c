#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct item {
  int count;
};

struct item *make(void) {
  struct item *made = malloc(sizeof(struct item));
  made->count = 0; // finding: without a test for null
  return made;
}

int late(struct item *item) {
  int count = item->count; // finding: before it is compared with null
  if (item == NULL) {
    return 0;
  }
  return count;
}

int wrong(struct item *item) {
  if (item == NULL) {
    printf("%d", item->count); // finding: where it is null
  }
  return 0;
}

int where(const char *text) {
  char *at = strchr(text, ':');
  return at[1]; // finding: without a test for null
}

int passwords_match(const char *typed, const char *kept) {
  return strcmp(kept, crypt(typed, kept)) == 0; // finding: without a test for null
}

long probe(struct platform_device *device) {
  struct resource *place = platform_get_resource(device, IORESOURCE_MEM, 0);
  return place->start; // finding: without a test for null
}

static struct node *first_of(struct list *list) {
  if (list->count == 0) {
    return NULL;
  }
  return list->first;
}

int first_size(struct list *list) {
  struct node *node = first_of(list);
  return node->size; // finding: What 'first_of' gives is followed without a test
}

void shout(const char *text) {
  char *copy = strdup(text);
  copy[0] = 'X'; // finding: without a test for null
  puts(copy);
  free(copy);
}

int sum(const char *text) {
  int *all;
  if (text == NULL)
    return -1;
  // One for each character.
  all = (int *)calloc(strlen(text) + 1, sizeof(int));
  all[0] = 1; // finding: without a test for null
  free(all);
  return 0;
}

int main(void) {
  FILE *file = fopen("settings", "r");
  fclose(file); // finding: without a test for null
  return 0;
}
