#include <stdio.h>

struct source { char *(*gets)(char *); };

int main(void)
{
    char line[64];
    if (fgets(line, sizeof(line), stdin) != NULL)
        puts(line);
    struct source s = { 0 };
    s.gets(line);
    return 0;
}
