#include <stdio.h>

void count(void)
{
    int rows = 0;
    while (1)
    {
        printf("row %d\n", rows);
        rows++;
        if (rows == 10)
            break;
    }
}

void serve(int listener)
{
    long served = 0;
    for (;;)
    {
        int client = accept(listener, NULL, NULL);
        answer(client);
        served++;
    }
}

void flush_always(void)
{
    for (;;)
        flush();
}

void backwards(const int *values, int length)
{
    for (int i = length - 1; i >= 0; i--)
        printf("%d\n", values[i]);
}

void around(void)
{
    int hour = 0;
    while (hour >= 0)
    {
        hour = (hour + 1) % 24;
        if (alarm_at(hour))
            return;
    }
}

int depth(int level)
{
    if (level > 10)
        return 0;
    return depth(level + 1) + 1;
}

int twice(int level)
{
    return level > 10 ? 0 : twice(level + 1);
}
