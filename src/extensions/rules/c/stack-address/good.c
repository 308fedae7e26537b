int counter(void) {
  int count = 0;
  return count;
}

char *title(void) {
  static char text[8] = "abc";
  return text;
}

const char *word(void) {
  return "abc";
}
