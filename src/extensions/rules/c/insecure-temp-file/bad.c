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
