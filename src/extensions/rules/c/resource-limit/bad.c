#include <stdio.h>
#include <stdlib.h>

void fill(void)
{
    size_t count = 0;
    fscanf(stdin, "%zu", &count);
    char *cells = malloc(count); // finding: how much memory
    if (cells == NULL)
        return;
    cells[0] = 1;
    free(cells);
}

void repeat(void)
{
    int times = 0;
    scanf("%d", &times);
    for (int i = 0; i < times; i++) // finding: how often the loop runs
        puts("again");
}
