#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SLOTS 10

struct label {
  char text[8];
};

void clear(void) {
  char slots[SLOTS];
  int i;
  for (i = 0; i < SLOTS; i++) {
    slots[i] = 0;
  }
}

void greet(const char *name) {
  char line[32];
  snprintf(line, sizeof(line), "Hello, %s!", name);
  if (strlen(name) < sizeof(line)) {
    strcpy(line, name);
  }
  sprintf(line, "%d", 12);
}

void ask(void) {
  char answer[16];
  scanf("%15s", answer);
}

int *squares(int n) {
  int *all = malloc(n * sizeof(int));
  if (all == NULL) {
    return NULL;
  }
  for (int i = 0; i < n; i++) {
    all[i] = i * i;
  }
  return all;
}

char *copy(const char *text) {
  char *made = malloc(strlen(text) + 1);
  if (made != NULL) {
    strcpy(made, text);
  }
  return made;
}

void choose(void) {
  int counts[10] = {0};
  int choice = -1;
  scanf("%d", &choice);
  if (choice >= 0 && choice < 10) {
    counts[choice] = 1;
  }
}

void name(struct label *label) {
  memset(label->text, ' ', sizeof(label->text));
}

void append(const char *more) {
  char line[64] = "log: ";
  strncat(line, more, sizeof(line) - strlen(line) - 1);
}

void receive(int socket) {
  char buffer[128];
  int count = recv(socket, buffer, sizeof(buffer) - 1, 0);
  if (count < 0) {
    return;
  }
  buffer[count] = 0;
}

int write_path(const char *const *names, char *path, int length) {
  path[--length] = 0;
  for (; *names != NULL; names++) {
    int part = (int)strlen(*names);
    length -= part;
    if (length < 0) {
      return -1;
    }
    memcpy(path + length, *names, part);
  }
  return length;
}

void escape(const char *text) {
  char out[64];
  int n = 0;
  for (; *text != 0; text++) {
    if (n + 3 > (int)sizeof(out)) {
      break;
    }
    if (*text == '"') {
      out[n++] = '\\';
    }
    out[n++] = *text;
  }
  out[n] = 0;
  puts(out);
}

void show_address(const char *written) {
  int a, b, c, d;
  char address[INET_ADDRSTRLEN];
  sscanf(written, "%d,%d,%d,%d", &a, &b, &c, &d);
  snprintf(address, sizeof(address), "%d.%d.%d.%d", a, b, c, d);
  puts(address);
}

void describe(char *text, size_t size, const char *name, const char *city) {
  int used = snprintf(text, size, "%s", name);
  if (used < 0 || (size_t)used >= size) {
    return;
  }
  snprintf(text + used, size - used, ", %s", city);
}

int send_command(const unsigned char *text, size_t text_size) {
  unsigned char command[COMMAND_SIZE];
  if (text_size > sizeof(command) - 1) {
    return -1;
  }
  command[0] = 1;
  memcpy(command + 1, text, text_size);
  return transmit(command, text_size + 1);
}

struct big_number {
  int words;
  unsigned int word[1];
};

void big_number_set(struct big_number *number, unsigned int low, unsigned int high) {
  number->word[0] = low;
  number->word[1] = high;
}
