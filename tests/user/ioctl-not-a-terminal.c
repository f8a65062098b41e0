/* SPDX-License-Identifier: MIT */
/*
 * The terminal's requests on what is no terminal are ENOTTY (ioctl(2)).
 */
#include "tap.h"

#include <sys/ioctl.h>
#include <termios.h>

int main(void)
{
    struct termios settings;
    struct winsize size;
    int fds[2], fd;

    plan(7);
    must(pipe(fds));
    fails(tcgetattr(fds[0], &settings), ENOTTY, "a pipe: ENOTTY");
    fails(ioctl(fds[1], TIOCGWINSZ, &size), ENOTTY, "its size, too");
    fd = (int)must(open("file", O_RDWR | O_CREAT, 0644));
    fails(tcgetattr(fd, &settings), ENOTTY, "a file: ENOTTY");
    fails(ioctl(fd, 0x12345678, NULL), ENOTTY, "an unknown request: ENOTTY");
    is(isatty(fd), 0, "isatty says no");
    fails(tcgetattr(0, &settings), ENOTTY, "/dev/null: ENOTTY");
    fails(tcgetattr(99, &settings), EBADF, "a closed descriptor: EBADF");
    return done();
}
