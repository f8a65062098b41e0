/* SPDX-License-Identifier: MIT */
/*
 * A file system without extended attributes, such as /proc: nobody can have, set or
 * remove one, and the list of them is empty (xattr(7)). Programs that show files ask
 * for them.
 */
#include "tap.h"

#include "raw.h"

#define PATH "/proc/self/comm"

int main(void)
{
    char name[300], value[8] = "v";
    int fd = (int)must(open(PATH, O_RDONLY));

    plan(16);
    fails(syscall(SYS_getxattr, PATH, "user.x", value, 8), EOPNOTSUPP, "get");
    fails(syscall(SYS_lgetxattr, PATH, "security.selinux", value, 8), EOPNOTSUPP,
          "get a label");
    fails(syscall(SYS_fgetxattr, fd, "user.x", value, 8), EOPNOTSUPP, "by descriptor");
    fails(syscall(SYS_setxattr, PATH, "user.x", value, 1, 0), EOPNOTSUPP, "set");
    fails(syscall(SYS_lsetxattr, PATH, "user.x", value, 1, 0), EOPNOTSUPP, "set");
    fails(syscall(SYS_fsetxattr, fd, "user.x", value, 1, 0), EOPNOTSUPP, "set");
    fails(syscall(SYS_removexattr, PATH, "user.x"), EOPNOTSUPP, "remove");
    fails(syscall(SYS_lremovexattr, PATH, "user.x"), EOPNOTSUPP, "remove");
    fails(syscall(SYS_fremovexattr, fd, "user.x"), EOPNOTSUPP, "remove");
    is(syscall(SYS_listxattr, PATH, value, 8), 0, "list: empty");
    is(syscall(SYS_llistxattr, PATH, NULL, 0), 0, "list: no room needed");
    is(syscall(SYS_flistxattr, fd, value, 8), 0, "list: empty");
    fails(syscall(SYS_getxattr, "/missing", "user.x", value, 8), ENOENT, "no file");
    fails(syscall(SYS_fgetxattr, -1, "user.x", value, 8), EBADF, "no descriptor");
    fails(syscall(SYS_getxattr, PATH, "", value, 8), ERANGE, "no name");
    memset(name, 'x', sizeof name);
    name[sizeof name - 1] = '\0';
    fails(syscall(SYS_getxattr, PATH, name, value, 8), ERANGE, "a long one");
    return done();
}
