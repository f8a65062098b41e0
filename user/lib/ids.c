/* SPDX-License-Identifier: MIT */
/*
 * Who a process is: user and group ids (credentials(7)).
 *
 * The calls with 32 in their names take the full 32 bits; those without are
 * from the days of 16-bit ids.
 * Read next: passwd.c, which turns ids into names.
 */
#include <grp.h>
#include <pwd.h>
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
