#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

int write_if_allowed(const char *path)
{
    if (access(path, W_OK) != 0)
        return -1;
    FILE *f = fopen(path, "w"); // finding: was checked by 'access' before
    return f == NULL;
}

int only_regular(const char *path)
{
    struct stat st;
    if (lstat(path, &st) != 0 || !S_ISREG(st.st_mode))
        return -1;
    return open(path, O_RDONLY); // finding: was checked by 'lstat' before
}

void clean(const char *name)
{
    if (access(name, F_OK) == 0)
        unlink(name); // finding: was checked by 'access' before
}
