#include <fcntl.h>
#include <sys/stat.h>

void setup(const char *path)
{
    chmod(path, 0777); // finding: lets all users write
    chmod("/etc/tool.conf", 0666); // finding: lets all users write
    int fd = open(path, O_CREAT | O_WRONLY, 0666); // finding: lets all users write
    fchmod(fd, S_IRWXU | S_IRWXG | S_IRWXO); // finding: lets all users write
    mkdir("/var/tool", 0777); // finding: lets all users write
    umask(0); // finding: takes nothing away
    fopen(path, "w");
    creat("key.pem", S_IRUSR | S_IWUSR | S_IWOTH); // finding: lets all users write
}

int save_private_key(const char *data, int size)
{
    int fd = open("/etc/tool/private.key", O_CREAT | O_WRONLY, 0644); // finding: lets all users read a secret
    return write(fd, data, size);
}
