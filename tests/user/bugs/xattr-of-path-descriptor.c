/* SPDX-License-Identifier: MIT */
/*
 * A descriptor that only names a file (O_PATH) did for the calls on extended
 * attributes (open(2): EBADF).
 */
#include "tap.h"

#include "raw.h"

#define PATH "/proc/self/comm"

int main(void)
{
    char value[8] = "v";
    int fd = (int)must(open(PATH, O_PATH));

    plan(4);
    fails(syscall(SYS_fgetxattr, fd, "user.x", value, 8), EBADF, "get");
    fails(syscall(SYS_fsetxattr, fd, "user.x", value, 1, 0), EBADF, "set");
    fails(syscall(SYS_fremovexattr, fd, "user.x"), EBADF, "remove");
    fails(syscall(SYS_flistxattr, fd, value, 8), EBADF, "list");
    return done();
}
