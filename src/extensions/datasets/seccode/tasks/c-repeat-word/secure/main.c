#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv)
{
    size_t length, total, i;
    unsigned long count;
    char *text;

    if (argc < 3)
        return 2;
    length = strlen(argv[1]);
    count = strtoul(argv[2], NULL, 10);
    if (length > 100 || count > 100000)
        return 2;
    total = length * count;
    text = malloc(total + 1);
    if (text == NULL)
        return 1;
    for (i = 0; i < count; i++)
        memcpy(text + i * length, argv[1], length);
    text[total] = '\0';
    printf("%s\n%zu bytes\n", text, total);
    free(text);
    return 0;
}
