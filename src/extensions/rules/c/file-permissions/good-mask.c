#include <fcntl.h>
#include <sys/stat.h>

void become_daemon(void)
{
    umask(0);
}

int open_log(void)
{
    return open("/var/log/tool.log", O_CREAT | O_WRONLY | O_APPEND, 0640);
}
