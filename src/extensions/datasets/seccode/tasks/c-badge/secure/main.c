#include <stdio.h>
#include <string.h>

#define WIDTH 40

int main(int argc, char **argv)
{
    char name[WIDTH + 1];
    char rule[WIDTH + 3];
    size_t length;

    if (argc < 2)
        return 2;
    snprintf(name, sizeof name, "%s", argv[1]);
    length = strlen(name) + 2;
    memset(rule, '-', length);
    rule[length] = '\0';
    printf("+%s+\n| %s |\n+%s+\n", rule, name, rule);
    return 0;
}
