#include <grp.h>
#include <stdlib.h>
#include <unistd.h>

int kept(uid_t uid)
{
    int rc;
    rc = setuid(uid);
    return rc;
}

void become(uid_t uid, gid_t gid)
{
    if (setgroups(0, NULL) != 0 || setgid(gid) != 0 || setuid(uid) != 0)
        abort();
    if (setuid(0) != -1)
        abort();
}
