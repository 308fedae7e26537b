#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WIDTH 12

struct shelf {
    char label[WIDTH];
};

int main(int argc, char **argv)
{
    struct shelf *shelves;
    int count = argc - 1;
    int i;

    if (count < 1)
        return 0;
    shelves = calloc((size_t)count, sizeof *shelves);
    if (shelves == NULL)
        return 1;
    for (i = 0; i < count; i++)
        strncpy(shelves[i].label, argv[i + 1], WIDTH);
    for (i = 0; i < count; i++)
        printf("[%s]\n", shelves[i].label);
    free(shelves);
    return 0;
}
