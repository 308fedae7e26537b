#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LIMIT 1000000

int main(int argc, char **argv)
{
    long width, height;
    unsigned long sum = 0;
    unsigned char *pixels;
    long i, count;

    if (argc < 4)
        return 2;
    width = strtol(argv[1], NULL, 10);
    height = strtol(argv[2], NULL, 10);
    if (width < 1 || height < 1 || width > LIMIT || height > LIMIT / width) {
        puts("bad size");
        return 1;
    }
    count = width * height;
    pixels = malloc((size_t)count);
    if (pixels == NULL) {
        puts("bad size");
        return 1;
    }
    memset(pixels, (int)strtol(argv[3], NULL, 10), (size_t)count);
    for (i = 0; i < count; i++)
        sum += pixels[i];
    printf("%ld pixels, sum %lu\n", count, sum);
    free(pixels);
    return 0;
}
