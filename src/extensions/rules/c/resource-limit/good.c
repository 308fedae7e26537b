#include <stdio.h>
#include <stdlib.h>

void fill(void)
{
    size_t count = 0;
    fscanf(stdin, "%zu", &count);
    if (count == 0 || count > 4096)
        return;
    char *cells = malloc(count);
    if (cells == NULL)
        return;
    cells[0] = 1;
    free(cells);
}

void repeat(void)
{
    int times = 0;
    scanf("%d", &times);
    if (times > 100)
        times = 100;
    for (int i = 0; i < times; i++)
        puts("again");
}

void listed(int argc, char **argv)
{
    for (int i = 1; i < argc; i++)
        puts(argv[i]);
}

void fixed(void)
{
    char text[8] = "";
    int times = 0;
    strcpy(text, "15");
    if (sscanf(text, "%d", &times) != 1)
        return;
    for (int i = 0; i < times; i++)
        puts("again");
}
