#include <stdio.h>
#include <stdlib.h>

struct node {
  int value;
  struct node *next;
};

int forget(struct node *node) {
  int value = node->value;
  free(node);
  return value;
}

void drop_all(struct node *list) {
  struct node *at = list;
  while (at != NULL) {
    struct node *next = at->next;
    free(at);
    at = next;
  }
}

void fail(char *text, int is_bad) {
  if (is_bad) {
    free(text);
    return;
  }
  text[0] = 0;
}

void again(char *text) {
  free(text);
  text = malloc(8);
  if (text != NULL) {
    text[0] = 0;
    free(text);
  }
}

struct device {
  struct device *next;
  int number;
};

int device_number(struct device *device) {
  int number = device->number;
  device_destroy(device);
  return number;
}

/* Gives back what hangs on the device, and not the device. */
int names_gone(struct device *device) {
  names_free(device);
  return device->number;
}

void forget(struct device *device) {
  free(device->name);
  device->name = NULL;
  puts(device->label);
}

int rename_device(struct device *device, const char *name) {
  free(device->name);
  device->name = NULL;
  if (*name == '\0') {
    return -1;
  }
  device->name = strdup(name);
  return 0;
}

void clear_device(struct device *device) {
  free(device->name);
}

/* The callback gives back what others have hung on the context. */
void context_end(struct context *context) {
  context->destroy(context);
  puts(context->label);
}
