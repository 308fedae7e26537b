#include <stdio.h>
#include <stdlib.h>

static const char *const NAMES[] = {
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
};

static const char *name_of(const char *text)
{
    int month = atoi(text);

    if (month > 12)
        return "?";
    return NAMES[month - 1];
}

int main(int argc, char **argv)
{
    int i;

    for (i = 1; i < argc; i++)
        puts(name_of(argv[i]));
    return 0;
}
