#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>

void make(void)
{
    char pattern[] = "/tmp/toolXXXXXX";
    int fd = mkstemp(pattern);
    FILE *f = tmpfile();
    FILE *in = fopen("/tmp/input.txt", "r");
    int only = open("/tmp/tool.lock", O_CREAT | O_EXCL | O_WRONLY, 0600);
    FILE *own = fopen("/var/lib/tool/state", "w");
}
