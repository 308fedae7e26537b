#include <stdlib.h>
#include <string.h>

short *counter(void)
{
    short *count = malloc(sizeof(*count));
    if (count != NULL)
        *count = 0;
    return count;
}

char **names(int n)
{
    char **all = malloc(n * sizeof(all));
    return all;
}

void wipe(char *secret, size_t length)
{
    char own[32];
    memset(own, 0, sizeof(own));
    memset(secret, 0, length);
    memset(&secret, 0, sizeof(secret));
}

int third(const int *values)
{
    const char *bytes = (const char *)values;
    return *(values + 2) + *(bytes + 2 * sizeof(int));
}

const int *behind(const int *values)
{
    static const int all[4] = {1, 2, 3, 4};
    return all + sizeof(all) / sizeof(all[0]);
}

size_t place_of_dot(void)
{
    char name[] = "report.txt";
    char *dot = strchr(name, '.');
    if (dot == NULL)
        return 0;
    return dot - name;
}

void shift(void)
{
    char line[40] = "0123456789";
    memmove(line + 2, line, 10);
    memcpy(line + 20, line, 10);
    puts(line);
}
