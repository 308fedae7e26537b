#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct song {
    struct song *next;
    char title[200];
};

static struct song *first = NULL;
static struct song *current = NULL;

static struct song **find(const char *title)
{
    struct song **link = &first;

    while (*link != NULL && strcmp((*link)->title, title) != 0)
        link = &(*link)->next;
    return link;
}

static void add(const char *title)
{
    struct song **link = &first;
    struct song *song = calloc(1, sizeof *song);

    if (song == NULL)
        return;
    snprintf(song->title, sizeof song->title, "%s", title);
    while (*link != NULL)
        link = &(*link)->next;
    *link = song;
}

static void take_out(const char *title)
{
    struct song **link = find(title);
    struct song *song = *link;

    if (song == NULL)
        return;
    *link = song->next;
    free(song);
}

int main(void)
{
    char line[200];

    while (fgets(line, sizeof line, stdin) != NULL) {
        line[strcspn(line, "\n")] = '\0';
        if (strncmp(line, "add ", 4) == 0)
            add(line + 4);
        else if (strncmp(line, "play ", 5) == 0)
            current = *find(line + 5);
        else if (strncmp(line, "remove ", 7) == 0)
            take_out(line + 7);
        else if (strcmp(line, "current") == 0)
            puts(current != NULL ? current->title : "silence");
    }
    return 0;
}
