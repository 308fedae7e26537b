#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

int port_of(const char *text)
{
    int port = atoi(text);
    assert(port > 0); // finding: can make the assertion fail
    return port;
}

int level(void)
{
    int level = 3;
    assert(level > 5); // finding: fails whenever
    return level;
}
