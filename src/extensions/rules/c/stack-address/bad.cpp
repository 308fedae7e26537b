#include <cstdio>
#include <string>

const char *describe(int number) {
  char text[32];
  snprintf(text, sizeof text, "%d", number);
  return text; // finding: The address of 'text' is returned
}
