#include <stdio.h>
#include <string.h>

int last(void) {
  int all[4] = {1, 2, 3, 4};
  return all[3];
}

int pick(void) {
  int all[4] = {1, 2, 3, 4};
  int index = 0;
  scanf("%d", &index);
  if (index >= 0 && index < 4) {
    return all[index];
  }
  return 0;
}

void copy(char *target) {
  char source[16];
  memset(source, 'a', 15);
  source[15] = 0;
  memcpy(target, source, sizeof(source));
}

void cut(const char *name) {
  char short_name[8];
  strncpy(short_name, "a long name", sizeof(short_name) - 1);
  short_name[sizeof(short_name) - 1] = 0;
  printf("%zu", strlen(short_name));
}

int message_type(const unsigned char *data, size_t size, int *version) {
  if (size < 2) {
    return -1;
  }
  *version = data[1];
  return data[0];
}

int message_checked_elsewhere(const unsigned char *data, size_t size) {
  if (!message_is_complete(data, size)) {
    return -1;
  }
  return data[2];
}

int ends_with_dot(const char *name) {
  size_t length = strlen(name);
  return length > 0 && name[length - 1] == '.';
}

int begins_and_ends(const char *name) {
  if (*name == '\0') {
    return 0;
  }
  return name[strlen(name) - 1] == '.';
}

void send_label(int socket, const char *host, int port) {
  char label[32];
  int length = snprintf(label, sizeof(label), "%s:%d", host, port);
  if (length < 0 || length >= (int)sizeof(label)) {
    return;
  }
  transmit(socket, label, length);
}

struct table {
  unsigned count;
  int *values;
};

int table_at(const struct table *table, unsigned index) {
  if (index >= table->count) {
    return -1;
  }
  return table->values[index];
}

int table_before(const struct table *table, unsigned index) {
  if (index > table->count) {
    return -1;
  }
  index--;
  return table->values[index];
}

int count_labels(const unsigned char *start, const unsigned char *end) {
  int count = 0;
  while (start < end && *start != 0) {
    start += *start + 1;
    count++;
  }
  return count;
}

int colour_of(const unsigned char *packet, const int *colours, unsigned number) {
  unsigned short slot = read_be16(packet);
  if (slot >= number) {
    return -1;
  }
  return colours[slot];
}

struct profile {
  int levels[32];
};

int *level_of(struct profile *profile, int number) {
  if (number < 0 || number > 31) {
    return NULL;
  }
  return &profile->levels[number];
}

BOOL read_rectangle(wStream *s, struct rectangle *place) {
  if (Stream_GetRemainingLength(s) < 4)
    return FALSE;
  Stream_Read_UINT16(s, place->left);
  Stream_Read_UINT16(s, place->top);
  if (!Stream_SafeSeek(s, 2))
    return FALSE;
  if (Stream_GetRemainingLength(s) < place->more)
    return FALSE;
  Stream_Read(s, place->text, place->more);
  if (!read_point(s, place))
    return FALSE;
  Stream_Read_UINT16(s, place->right);
  return TRUE;
}

int is_query(const struct packet *packet) {
  if (packet->payload_len < 12) {
    return 0;
  }
  return packet->payload[3] == 1;
}

unsigned int entry_size(const unsigned char *table, unsigned int length) {
  if (length < 6) {
    return 0;
  }
  return read_u32(table + 2);
}

int ends_a_line(const unsigned char *data, size_t size, size_t at) {
  if (at + 1 >= size) {
    return 0;
  }
  return data[at] == '\r' && data[at + 1] == '\n';
}

struct peer {
    char id[16];
    int port;
};

unsigned long name_peer(struct peer *peer, const char *id)
{
    strncpy(peer->id, id, sizeof(peer->id));
    peer->id[sizeof(peer->id) - 1] = '\0';
    return strlen(peer->id);
}

int chosen(FILE *file) {
  static const int table[10] = {1};
  unsigned number = 0;
  if (fscanf(file, "%u", &number) != 1) return 0;
  int index = number;
  if (index < 0 || index >= 10) return 0;
  return table[index];
}
