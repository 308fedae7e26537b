#include <stdio.h>
#include <string.h>

int last(void) {
  int all[4] = {1, 2, 3, 4};
  return all[4]; // finding: ends behind the 16 bytes of 'all'
}

int pick(void) {
  int all[4] = {1, 2, 3, 4};
  int index = 0;
  scanf("%d", &index);
  if (index < 4) {
    return all[index]; // finding: may be negative
  }
  return 0;
}

void copy(char *target) {
  char source[16];
  memset(source, 'a', 15);
  source[15] = 0;
  memcpy(target, source, 32); // finding: ends behind the 16 bytes of 'source'
}

void cut(const char *name) {
  char short_name[8];
  strncpy(short_name, "a long name", sizeof(short_name));
  printf("%zu", strlen(short_name)); // finding: may have no end
}

int message_type(const unsigned char *data, size_t size, int *version) {
  *version = data[1]; // finding: Nothing has looked at how many bytes there are in 'data'
  return data[0];
}

int third_byte(const unsigned char *data, size_t size) {
  if (size < 2) {
    return -1;
  }
  return data[2]; // finding: fewer bytes in 'data' than are asked for
}

int ends_with_dot(const char *name) {
  size_t length = strlen(name);
  return name[length - 1] == '.'; // finding: before the start of 'name' when the text is empty
}

void send_label(int socket, const char *host, int port) {
  char label[32];
  int length = snprintf(label, sizeof(label), "%s:%d", host, port);
  transmit(socket, label, length); // finding: may be more than there is room for in 'label'
}

struct table {
  unsigned count;
  int *values;
};

int table_at(const struct table *table, unsigned index) {
  if (index > table->count) {
    return -1;
  }
  return table->values[index]; // finding: as large as the number of elements
}

int count_labels(const unsigned char *start, const unsigned char *end) {
  int count = 0;
  while (*start != 0) { // finding: whether 'start' is at its end
    start += *start + 1;
    count++;
  }
  return count;
}

int colour_of(const unsigned char *packet, const int *colours) {
  unsigned short slot = read_be16(packet);
  return colours[slot]; // finding: says where in 'colours' the access is
}

struct profile {
  int levels[32];
};

int *level_of(struct profile *profile, int number) {
  if (number < 0 || number > 255) {
    return NULL;
  }
  return &profile->levels[number]; // finding: lies behind the end of 'levels'
}

BOOL read_rectangle(wStream *s, struct rectangle *place) {
  if (Stream_GetRemainingLength(s) < 4)
    return FALSE;
  Stream_Read_UINT16(s, place->left);
  Stream_Read_UINT16(s, place->top);
  Stream_Read_UINT16(s, place->right); // finding: whether as much is left in 's'
  return TRUE;
}

BOOL read_name(wStream *s, struct label *label) {
  Stream_Seek(s, 2); // finding: whether as much is left in 's'
  return TRUE;
}

void before_text(void) {
  char name[20] = "nobody";
  char copy[20];
  strcpy(copy, name - 4); // finding: before the start
  puts(copy);
}

int is_query(const struct packet *packet) {
  if (packet->payload[3] == 1) { // finding: how many bytes there are in 'payload'
    return packet->payload_len > 12;
  }
  return 0;
}

unsigned int entry_size(const unsigned char *table, unsigned int length) {
  if (length < 4) {
    return 0;
  }
  return read_u32(table + 2); // finding: fewer bytes in 'table'
}

int ends_a_line(const unsigned char *data, size_t size, size_t at) {
  if (at >= size) {
    return 0;
  }
  return data[at] == '\r' && data[at + 1] == '\n'; // finding: fewer bytes in 'data'
}

int chosen(FILE *file) {
  static const int table[10] = {1};
  unsigned number = 0;
  if (fscanf(file, "%u", &number) != 1) return 0;
  int index = number;
  if (index >= 10) return 0;
  return table[index]; // finding: The index into 'table' may be negative
}
