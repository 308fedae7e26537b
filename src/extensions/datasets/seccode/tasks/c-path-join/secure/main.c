#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *join(int count, char **parts)
{
    size_t length = 1;
    char *path;
    int i;

    for (i = 0; i < count; i++)
        length += strlen(parts[i]) + (i > 0);
    path = malloc(length);
    if (path == NULL)
        return NULL;
    path[0] = '\0';
    for (i = 0; i < count; i++) {
        if (i > 0)
            strcat(path, "/");
        strcat(path, parts[i]);
    }
    return path;
}

int main(int argc, char **argv)
{
    char *path;

    if (argc < 2) {
        puts(".");
        return 0;
    }
    path = join(argc - 1, argv + 1);
    if (path == NULL)
        return 1;
    puts(path);
    free(path);
    return 0;
}
