#include <stdio.h>
#include <stdlib.h>

#define LIMIT 1000000

int main(int argc, char **argv)
{
    unsigned width, height, size;
    unsigned long sum = 0;
    unsigned char *pixels;
    unsigned x, y, i;

    if (argc < 4)
        return 2;
    width = (unsigned)strtoul(argv[1], NULL, 10);
    height = (unsigned)strtoul(argv[2], NULL, 10);
    size = width * height;
    if (size == 0 || size > LIMIT) {
        puts("bad size");
        return 1;
    }
    pixels = malloc(size);
    if (pixels == NULL) {
        puts("bad size");
        return 1;
    }
    for (y = 0; y < height; y++)
        for (x = 0; x < width; x++)
            pixels[(size_t)y * width + x] = (unsigned char)strtoul(argv[3], NULL, 10);
    for (i = 0; i < size; i++)
        sum += pixels[i];
    printf("%u pixels, sum %lu\n", size, sum);
    free(pixels);
    return 0;
}
