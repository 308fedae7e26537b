#include <stdio.h>
#include <stdlib.h>

struct node {
  int value;
  struct node *next;
};

int forget(struct node *node) {
  free(node);
  return node->value; // finding: used after it was given back
}

void drop_all(struct node *list) {
  for (struct node *at = list; at != NULL; at = at->next) { // finding: used after it was given back
    free(at);
  }
}

void fail(char *text, int is_bad) {
  if (is_bad) {
    free(text);
  }
  printf("%d", is_bad);
  if (is_bad) {
    text[0] = 0; // finding: used after it was given back
  }
}

struct device {
  struct device *next;
  int number;
};

int device_number(struct device *device) {
  device_destroy(device);
  return device->number; // finding: used after it was given back
}

void send_request(struct connection *connection) {
  struct request *request = NULL;
  request_new(&request, connection);
  transmit(connection, request);
  small_buffer_release(request);
  trace("sent", request->number); // finding: used after it was given back
}

void forget(struct device *device) {
  free(device->name);
  puts(device->name); // finding: used after it was given back
}

int rename_device(struct device *device, const char *name) {
  free(device->name); // finding: 'name' still points to what is given back
  if (*name == '\0') {
    return -1;
  }
  device->name = strdup(name);
  return 0;
}
