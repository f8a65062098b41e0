/* SPDX-License-Identifier: MIT */
/*
 * flock() refused what were mandatory locks of old: Linux ignores them, whatever the
 * descriptor (flock(2), LOCK_MAND).  And it looked at the descriptor first.
 */
#include "tap.h"

#include <sys/file.h>

enum { MANDATORY = 32 };

int main(void)
{
    int fd;

    plan(6);
    file_write("file", "");
    fd = must(open("file", O_RDONLY));
    is(flock(fd, MANDATORY), 0, "alone");
    is(flock(fd, MANDATORY | LOCK_SH | LOCK_EX | 64), 0, "with others");
    is(flock(-1, MANDATORY), 0, "of no file");
    fails(flock(fd, LOCK_SH | LOCK_EX), EINVAL, "without: EINVAL");
    fails(flock(-1, LOCK_SH | LOCK_EX), EINVAL, "also of no file");
    fails(flock(-1, LOCK_SH), EBADF, "which a lock needs: EBADF");
    return done();
}
