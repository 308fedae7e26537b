#include <stdio.h>
#include <string.h>

#define MOST 100

static char nicknames[MOST][32];
static char names[MOST][32];
static int count = 0;

/* Says how many steps it takes, and leaves the name in `found`. */
static int follow(const char *word, const char **found)
{
    int i;

    for (i = 0; i < count; i++)
        if (strcmp(nicknames[i], word) == 0)
            return 1 + follow(names[i], found);
    *found = word;
    return 0;
}

int main(int argc, char **argv)
{
    const char *found = NULL;
    int steps;

    if (argc < 2)
        return 2;
    while (count < MOST && scanf("%31s %31s", nicknames[count], names[count]) == 2)
        count++;
    steps = follow(argv[1], &found);
    if (found == NULL) {
        puts("no name");
        return 1;
    }
    printf("%s after %d steps\n", found, steps);
    return 0;
}
