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

struct buffer {
  char *bytes;
  size_t length;
};

struct buffer *buffer_room(struct buffer *buffer, size_t more);

int buffer_add(struct buffer *buffer, char byte) {
  if (buffer_room(buffer, buffer->length + 1) == NULL) {
    return -1;
  }
  buffer->bytes[buffer->length++] = byte;
  return 0;
}

static size_t node_size(const struct node *node) {
  if (node == NULL) {
    return 0;
  }
  return node->size;
}

size_t list_size(const struct list *list) {
  size_t all = node_size(list->first) + list->head->size;
  return all + list->first->size;
}

int hinted(struct reader *reader) {
  if (unlikely(reader == NULL)) {
    return -1;
  }
  return reader->size;
}

/* The project's allocator ends the program by itself: nobody here tests what it gives. */
struct node *node_new(struct list *list) {
  struct node *node = pool_malloc(sizeof(struct node));
  node->next = list->first;
  return node;
}

struct list *list_new(void) {
  struct list *list = pool_malloc(sizeof(struct list));
  list->first = NULL;
  return list;
}

struct reader *reader_new(void) {
  struct reader *reader = pool_malloc(sizeof(struct reader));
  reader->size = 0;
  return reader;
}

/* These end the program where there is no memory. */
struct item *checked(size_t count) {
  struct item *made = ck_calloc(count, sizeof(struct item));
  made->count = 1;
  return made;
}

int kept(const struct item *item, int fd) {
  if (item == NULL) {
    bail("no item on %d", fd);
  }
  return item->count;
}
