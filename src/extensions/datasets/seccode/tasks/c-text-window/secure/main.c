#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv)
{
    char text[1000];
    char window[100];
    char *end;
    long count;
    size_t length, wanted;

    if (argc < 2)
        return 2;
    count = strtol(argv[1], &end, 10);
    if (end == argv[1] || *end != '\0' || count < 0 || count > (long)sizeof window) {
        puts("bad count");
        return 1;
    }
    length = fread(text, 1, sizeof text, stdin);
    wanted = (size_t)count < length ? (size_t)count : length;
    memcpy(window, text, wanted);
    fwrite(window, 1, wanted, stdout);
    putchar('\n');
    return 0;
}
