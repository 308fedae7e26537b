#include <stdlib.h>
#include <string.h>

short *counter(void)
{
    short *count = malloc(sizeof(count)); // finding: the pointer 'count'
    if (count != NULL)
        *count = 0;
    return count;
}

void wipe(char secret[32])
{
    memset(secret, 0, sizeof(secret)); // finding: the pointer 'secret'
}

int third(const int *values)
{
    return *(values + 2 * sizeof(int)); // finding: is in bytes
}

size_t place_of_dot(void)
{
    char name[] = "report.txt";
    char copy[] = "report.txt";
    char *dot = strchr(name, '.');
    if (dot == NULL)
        return 0;
    return dot - copy; // finding: A pointer into 'copy'
}

void shift(void)
{
    char line[40] = "0123456789";
    memcpy(line + 2, line, 10); // finding: overlap
    puts(line);
}
