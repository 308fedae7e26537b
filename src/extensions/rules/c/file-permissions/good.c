
int save_private_key(const char *data, int size)
{
    int fd = open("/etc/tool/private.key", O_CREAT | O_WRONLY, 0600);
    int out = open("/etc/tool/public.key.pub", O_CREAT | O_WRONLY, 0644);
    return write(fd, data, size) + write(out, data, size);
}
