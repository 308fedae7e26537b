#include <stdio.h>

void count(void)
{
    int rows = 0;
    while (1) // finding: nothing ends it
    {
        printf("row %d\n", rows);
        rows++;
    }
}

void backwards(const int *values, size_t length)
{
    for (size_t i = length - 1; i >= 0; i--) // finding: always holds
        printf("%d\n", values[i]);
}

void around(void)
{
    int hour = 0;
    while (hour >= 0) // finding: always holds
    {
        printf("%d o'clock\n", hour);
        hour = (hour + 1) % 24;
    }
}

int depth(int level) // finding: calls itself
{
    int below = depth(level + 1);
    return below + 1;
}
