/* SPDX-License-Identifier: MIT */
/* A descriptor of O_PATH names a file and does not open it: no extended attribute can
 * be had by it, which is EBADF (open(2)); it was EOPNOTSUPP. */
#include "../tap.h"

#include "raw.h"

int main(void)
{
    char value[8] = "v";
    int fd = (int)must(open("/proc/self/comm", O_PATH));

    plan(4);
    fails(syscall(SYS_fgetxattr, fd, "user.x", value, 8), EBADF, "get");
    fails(syscall(SYS_fsetxattr, fd, "user.x", value, 1, 0), EBADF, "set");
    fails(syscall(SYS_fremovexattr, fd, "user.x"), EBADF, "remove");
    fails(syscall(SYS_flistxattr, fd, value, 8), EBADF, "list");
    return done();
}
