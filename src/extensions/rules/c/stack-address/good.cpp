#include <cstdio>
#include <string>

std::string describe(int number) {
  char text[32];
  snprintf(text, sizeof text, "%d", number);
  return text;
}
