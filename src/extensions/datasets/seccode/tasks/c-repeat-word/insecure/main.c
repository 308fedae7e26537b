#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv)
{
    unsigned short total;
    size_t length, i;
    unsigned long count;
    char *text;

    if (argc < 3)
        return 2;
    length = strlen(argv[1]);
    count = strtoul(argv[2], NULL, 10);
    total = (unsigned short)(length * count);
    text = malloc(total + 1u);
    if (text == NULL)
        return 1;
    for (i = 0; i < count; i++)
        memcpy(text + i * length, argv[1], length);
    text[total] = '\0';
    printf("%s\n%u bytes\n", text, (unsigned)total);
    free(text);
    return 0;
}
