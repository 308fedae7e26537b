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
  for (i = 0; i <= SLOTS; i++) {
    slots[i] = 0; // finding: ends behind the 10 bytes of 'slots'
  }
}

void greet(const char *name) {
  char line[32];
  strcpy(line, name);                  // finding: any length is put into the 32 bytes
  sprintf(line, "Hello, %s!", name);   // finding: any length is put into the 32 bytes
}

void ask(void) {
  char answer[16];
  scanf("%s", answer); // finding: any length is read into the 16 bytes
  scanf("%16s", answer); // finding: ends behind the 16 bytes
}

int *squares(int n) {
  int *all = malloc(n);
  if (all == NULL) {
    return NULL;
  }
  for (int i = 0; i < n; i++) {
    all[i] = i * i; // finding: ends behind the end of 'malloc'
  }
  return all;
}

char *copy(const char *text) {
  char *made = malloc(strlen(text));
  if (made != NULL) {
    strcpy(made, text); // finding: is longer than the end of 'malloc'
  }
  return made;
}

void choose(void) {
  int counts[10] = {0};
  int choice = -1;
  scanf("%d", &choice);
  if (choice < 10) {
    counts[choice] = 1; // finding: may be negative
  }
}

void count(void) {
  int counts[10] = {0};
  int choice = -1;
  scanf("%d", &choice);
  if (choice >= 0) {
    counts[choice] = 1; // finding: Nothing keeps the access within the 40 bytes
  }
}

void name(struct label *label) {
  memset(label->text, ' ', 9); // finding: ends behind the 8 bytes
}

void append(const char *more) {
  char line[64] = "log: ";
  strncat(line, more, sizeof(line)); // finding: without the text in it
}

void receive(int socket) {
  char buffer[128];
  int count = recv(socket, buffer, sizeof(buffer), 0);
  if (count < 0) {
    return;
  }
  buffer[count] = 0; // finding: ends behind the 128 bytes
}

void write_path(const char *const *names, char *path, int length) {
  path[--length] = 0;
  for (; *names != NULL; names++) {
    int part = (int)strlen(*names);
    length -= part;
    memcpy(path + length, *names, part); // finding: nearer to the start of 'path'
  }
}

void escape(const char *text) {
  char out[64];
  int n = 0;
  for (; *text != 0; text++) {
    if (*text == '"') {
      out[n++] = '\\'; // finding: Every round of the loop writes further
    }
    out[n++] = *text; // finding: Every round of the loop writes further
  }
  puts(out);
}

void show_address(const char *written) {
  int a, b, c, d;
  char address[INET_ADDRSTRLEN];
  sscanf(written, "%d,%d,%d,%d", &a, &b, &c, &d);
  sprintf(address, "%d.%d.%d.%d", a, b, c, d); // finding: more digits
  puts(address);
}

void describe(char *text, size_t size, const char *name, const char *city) {
  int used = snprintf(text, size, "%s", name);
  snprintf(text + used, size - used, ", %s", city); // finding: may be negative
}

#define TITLE 16

static char title[TITLE];

void headline(const char *text, FILE *in) {
  char row[TITLE * 2], word[12];
  int number;
  strcpy(title, text);                // finding: any length is put into the 16 bytes
  row[0] = 0;
  strcat(row, text);                  // finding: any length is put into the 32 bytes
  sprintf(row, "%s, %s", text, text); // finding: any length is put into the 32 bytes
  strncat(row, text, sizeof(row));    // finding: without the text in it
  fgets(word, 20, in);                // finding: ends behind the 12 bytes
  fscanf(in, "%d %s", &number, word); // finding: any length is read into the 12 bytes
}

int send_command(const unsigned char *text, size_t text_size) {
  unsigned char command[COMMAND_SIZE];
  command[0] = 1;
  memcpy(command + 1, text, text_size); // finding: Whoever calls the function says how many bytes
  return transmit(command, text_size + 1);
}
