#include <fcntl.h>
#include <sys/stat.h>

void setup(const char *path, mode_t mode)
{
    chmod(path, 0600);
    chmod(path, mode);
    int fd = open(path, O_CREAT | O_WRONLY, S_IRUSR | S_IWUSR);
    int in = open(path, O_RDONLY);
    mkdir("/var/tool", 0755);
    mkdir("/tmp/shared", 01777);
    umask(077);
    umask(S_IRWXG | S_IRWXO);
}

mode_t current_mask(void)
{
    mode_t mask = umask(0);
    umask(mask);
    return mask;
}
