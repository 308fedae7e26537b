#include <unistd.h>

void become(uid_t uid, gid_t gid)
{
    setgid(gid); // finding: Nobody looks whether 'setgid' succeeded
    setuid(uid); // finding: Nobody looks whether 'setuid' succeeded
}

int kept(uid_t uid)
{
    int rc;
    rc = setuid(uid); // finding: Nobody looks whether 'setuid' succeeded
    return 0;
}

int wrong_order(uid_t uid, gid_t gid)
{
    if (setuid(uid) != 0)
        return -1;
    if (setgid(gid) != 0) // finding: comes after the user was dropped
        return -1;
    return 0;
}
