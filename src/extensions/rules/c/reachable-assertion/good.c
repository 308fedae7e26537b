#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

int port_of(const char *text)
{
    int port = atoi(text);
    if (port <= 0)
        return -1;
    assert(port > 0);
    return port;
}

int half(int count)
{
    assert(count >= 0);
    return count / 2;
}

const char *name_of(int kind)
{
    switch (kind)
    {
    case 1:
        return "file";
    default:
        assert(0);
        return "";
    }
}

int level(int is_deep)
{
    int level = 3;
    if (is_deep)
        level = 8;
    assert(level > 5);
    return level;
}
