#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int *table(void) {
  int count;
  scanf("%d", &count);
  if (count < 1 || count > 1000) {
    return NULL;
  }
  return malloc(count * sizeof(int));
}

struct pixel {
  unsigned char red, green, blue;
};

struct pixel *canvas(int width, int height) {
  if (width <= 0 || height <= 0 || width > INT_MAX / height) {
    return NULL;
  }
  return calloc(width * height, sizeof(struct pixel));
}

struct pixel *canvas_in_parts(int width, int height) {
  return calloc(width, height * sizeof(struct pixel));
}

struct pixel *canvas_wide(uint32_t width, uint32_t height) {
  return malloc((uint64_t)width * height);
}

struct pixel *tile(uint16_t width, uint16_t height) {
  return malloc(width * height);
}
