#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *draft = NULL;
static int is_there = 0;

static void drop(void)
{
    free(draft);
    is_there = 0;
}

static void write_draft(const char *text)
{
    size_t size = strlen(text) + 1;

    if (is_there)
        drop();
    draft = malloc(size);
    if (draft != NULL) {
        memcpy(draft, text, size);
        is_there = 1;
    }
}

int main(void)
{
    char line[200];

    while (fgets(line, sizeof line, stdin) != NULL) {
        line[strcspn(line, "\n")] = '\0';
        if (strncmp(line, "write ", 6) == 0)
            write_draft(line + 6);
        else if (strcmp(line, "drop") == 0)
            drop();
        else if (strcmp(line, "show") == 0)
            puts(is_there ? draft : "no draft");
    }
    drop();
    puts("bye");
    return 0;
}
