#include <unistd.h>

int jail(const char *root)
{
    if (chroot(root) != 0 || chdir("/") != 0)
        return -1;
    return 0;
}

int before(const char *root)
{
    if (chdir(root) != 0)
        return -1;
    return chroot(".");
}
