/* SPDX-License-Identifier: MIT */
/*
 * dup(), dup2(), dup3() and F_DUPFD make another descriptor for the same
 * open file: the offset and status flags are shared, close-on-exec is not
 * (dup(2), fcntl(2)).
 */
#include "tap.h"

int main(void)
{
    char text[4] = "";
    int fd, copy;

    plan(21);
    file_write("file", "abcdefgh");
    fd = (int)must(open("file", O_RDWR));
    copy = (int)must(dup(fd));
    must(read(fd, text, 2));
    is(read(copy, text, 2), 2, "the copy reads on");
    ok(memcmp(text, "cd", 2) == 0, "where the other stopped");
    is(lseek(fd, 0, SEEK_CUR), 4, "the offset is one");
    must(fcntl(fd, F_SETFL, O_APPEND));
    ok((fcntl(copy, F_GETFL) & O_APPEND) != 0, "so are the status flags");
    must(fcntl(fd, F_SETFD, FD_CLOEXEC));
    is(fcntl(copy, F_GETFD), 0, "but not close-on-exec");
    is(fcntl(fd, F_GETFD), FD_CLOEXEC, "which the one has");
    is(dup2(fd, 40), 40, "dup2 to a free number");
    is(fcntl(40, F_GETFD), 0, "close-on-exec is off there");
    is(dup2(fd, copy), copy, "dup2 to an open one closes that first");
    is(dup2(fd, fd), fd, "dup2 to itself does nothing");
    is(fcntl(fd, F_GETFD), FD_CLOEXEC, "at all");
    fails(dup2(99, 41), EBADF, "dup2 of a closed one: EBADF");
    fails(dup2(fd, -1), EBADF, "dup2 to -1: EBADF");
    fails(dup3(fd, fd, 0), EINVAL, "dup3 to itself: EINVAL");
    fails(dup3(fd, 42, O_APPEND), EINVAL, "dup3 with another flag: EINVAL");
    is(dup3(fd, 42, O_CLOEXEC), 42, "dup3 with O_CLOEXEC");
    is(fcntl(42, F_GETFD), FD_CLOEXEC, "sets close-on-exec");
    is(fcntl(fd, F_DUPFD, 40), 41, "F_DUPFD: the lowest from 40 up");
    is(fcntl(fd, F_DUPFD_CLOEXEC, 50), 50, "F_DUPFD_CLOEXEC");
    is(fcntl(50, F_GETFD), FD_CLOEXEC, "sets close-on-exec");
    must(close(fd));
    is(lseek(40, 0, SEEK_CUR), 4, "the file stays open in the copies");
    return done();
}
