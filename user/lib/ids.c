/* SPDX-License-Identifier: MIT */
/*
 * Who a process is: user and group ids (credentials(7)).
 *
 * The calls with 32 in their names take the full 32 bits; those without are
 * from the days of 16-bit ids.
 * Read next: passwd.c, which turns ids into names.
 */
#include <errno.h>
#include <grp.h>
#include <pwd.h>
#include <sys/fsuid.h>
#include <unistd.h>
#include "sys.h"

uid_t getuid(void)
{
    return (uid_t)sys_getuid32();
}

uid_t geteuid(void)
{
    return (uid_t)sys_geteuid32();
}

gid_t getgid(void)
{
    return (gid_t)sys_getgid32();
}

gid_t getegid(void)
{
    return (gid_t)sys_getegid32();
}

int setuid(uid_t uid)
{
    return (int)syscall_result(sys_setuid32(uid));
}

int setgid(gid_t gid)
{
    return (int)syscall_result(sys_setgid32(gid));
}

/* -1 leaves an id as it is, so it cannot be one. */
int seteuid(uid_t uid)
{
    if (uid == (uid_t)-1)
        return (int)syscall_result(-EINVAL);
    return setresuid((uid_t)-1, uid, (uid_t)-1);
}

int setegid(gid_t gid)
{
    if (gid == (gid_t)-1)
        return (int)syscall_result(-EINVAL);
    return setresgid((gid_t)-1, gid, (gid_t)-1);
}

int setreuid(uid_t real, uid_t effective)
{
    return (int)syscall_result(sys_setreuid32(real, effective));
}

int setregid(gid_t real, gid_t effective)
{
    return (int)syscall_result(sys_setregid32(real, effective));
}

int setresuid(uid_t real, uid_t effective, uid_t saved)
{
    return (int)syscall_result(sys_setresuid32(real, effective, saved));
}

int setresgid(gid_t real, gid_t effective, gid_t saved)
{
    return (int)syscall_result(sys_setresgid32(real, effective, saved));
}

int getresuid(uid_t *real, uid_t *effective, uid_t *saved)
{
    return (int)syscall_result(sys_getresuid32(real, effective, saved));
}

int getresgid(gid_t *real, gid_t *effective, gid_t *saved)
{
    return (int)syscall_result(sys_getresgid32(real, effective, saved));
}

int setfsuid(uid_t uid)
{
    return (int)sys_setfsuid32(uid);
}

int setfsgid(gid_t gid)
{
    return (int)sys_setfsgid32(gid);
}

int getgroups(int size, gid_t list[])
{
    return (int)syscall_result(sys_getgroups32(size, list));
}

int setgroups(size_t count, const gid_t *list)
{
    return (int)syscall_result(sys_setgroups32((int)count, list));
}

char *getlogin(void)
{
    struct passwd *user = getpwuid(getuid());

    return user ? user->pw_name : NULL;
}
