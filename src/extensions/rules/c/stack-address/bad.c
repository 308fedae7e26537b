int *counter(void) {
  int count = 0;
  return &count; // finding: The address of 'count' is returned
}

char *title(void) {
  char text[8] = "abc";
  return text; // finding: The address of 'text' is returned
}
