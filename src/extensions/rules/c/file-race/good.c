#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

int checked(const char *path)
{
    struct stat st;
    int fd = open(path, O_RDONLY | O_NOFOLLOW);
    if (fd < 0 || fstat(fd, &st) != 0 || !S_ISREG(st.st_mode))
        return -1;
    return fd;
}

int other(const char *first, const char *second)
{
    if (access(first, R_OK) != 0)
        return -1;
    return open(second, O_RDONLY);
}

int fresh(const char *path)
{
    if (access(path, F_OK) == 0)
        return -1;
    return open(path, O_CREAT | O_EXCL | O_WRONLY, 0600);
}
