#include <stdio.h>
#include <stdlib.h>

int *table(void) {
  int count;
  scanf("%d", &count);
  return malloc(count * sizeof(int)); // finding: may come out too small
}

struct pixel {
  unsigned char red, green, blue;
};

struct pixel *canvas(int width, int height) {
  struct pixel *all = malloc(width * height * sizeof(struct pixel)); // finding: product of two numbers
  return all;
}

struct grid {
  int columns;
  int rows;
  double *cells;
};

int grid_fill(struct grid *grid) {
  grid->cells = pool_malloc(grid->columns * grid->rows * 8); // finding: product of two numbers
  if (grid->cells == NULL) {
    return -1;
  }
  return 0;
}
