#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

void make(void)
{
    char name[L_tmpnam], pattern[] = "/tmp/toolXXXXXX", path[64];
    tmpnam(name); // finding: 'tmpnam' gives a name
    mktemp(pattern); // finding: 'mktemp' gives a name
    char *other = tempnam("/tmp", "tool"); // finding: 'tempnam' gives a name
    FILE *f = fopen("/tmp/tool.log", "w"); // finding: a name that can be guessed
    snprintf(path, sizeof(path), "/tmp/tool.%d", getpid());
    int fd = open(path, O_CREAT | O_RDWR, 0600); // finding: a name that can be guessed
}

int make_and_open(void)
{
    char path[] = "/tmp/toolXXXXXX";
    mktemp(path); // finding: 'mktemp' gives a name
    int fd = open(path, O_CREAT | O_EXCL | O_RDWR, 0600);
    return fd;
}

FILE *make_stream(void)
{
    char path[] = "/tmp/toolXXXXXX";
    return fopen(mktemp(path), "w+"); // finding: 'mktemp' gives a name
}

FILE *make_nameless(void)
{
    return fopen(tmpnam(NULL), "w+"); // finding: 'tmpnam' gives a name
}
