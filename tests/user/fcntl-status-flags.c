/* SPDX-License-Identifier: MIT */
/*
 * F_GETFL tells the access mode and status flags; F_SETFL changes the latter
 * alone; unknown commands are EINVAL (fcntl(2)).
 */
#include "tap.h"

int main(void)
{
    int fds[2], fd;

    plan(9);
    must(pipe(fds));
    is(fcntl(fds[0], F_GETFL) & O_ACCMODE, O_RDONLY, "a pipe's read end");
    is(fcntl(fds[1], F_GETFL) & O_ACCMODE, O_WRONLY, "its write end");
    is(fcntl(fds[0], F_SETFL, O_NONBLOCK | O_RDWR), 0, "F_SETFL");
    is(fcntl(fds[0], F_GETFL) & (O_ACCMODE | O_NONBLOCK), O_NONBLOCK,
       "sets O_NONBLOCK, but does not change the access mode");
    is(fcntl(fds[1], F_GETFL) & O_NONBLOCK, 0, "of that end alone");
    fd = (int)must(open("file", O_RDWR | O_CREAT | O_TRUNC | O_APPEND, 0644));
    is(fcntl(fd, F_GETFL) & (O_ACCMODE | O_APPEND | O_CREAT | O_TRUNC),
       O_RDWR | O_APPEND, "creation flags are not kept");
    fails(fcntl(fd, 12345), EINVAL, "an unknown command: EINVAL");
    fails(fcntl(99, F_GETFL), EBADF, "a closed descriptor: EBADF");
    fails(fcntl(fd, F_DUPFD, -1), EINVAL, "F_DUPFD from -1: EINVAL");
    return done();
}
