#include <stdio.h>
#include <string.h>

#define MOST 100

static char nicknames[MOST][32];
static char names[MOST][32];
static int count = 0;

static const char *step(const char *word)
{
    int i;

    for (i = 0; i < count; i++)
        if (strcmp(nicknames[i], word) == 0)
            return names[i];
    return NULL;
}

int main(int argc, char **argv)
{
    const char *word;
    const char *next;
    int steps = 0;

    if (argc < 2)
        return 2;
    while (count < MOST && scanf("%31s %31s", nicknames[count], names[count]) == 2)
        count++;
    for (word = argv[1]; (next = step(word)) != NULL; word = next) {
        if (++steps > count) {
            puts("no name");
            return 1;
        }
    }
    printf("%s after %d steps\n", word, steps);
    return 0;
}
