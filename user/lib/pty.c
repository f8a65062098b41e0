/* SPDX-License-Identifier: MIT */
/*
 * Pseudo-terminals step by step: from /dev/ptmx to the name of the slave.
 *
 * The kernel gives the slave to whoever opens the master, so grantpt has only to
 * look whether it was given a master.
 * Read next: pty_open.c, kernel/tty/pty.c.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>

#define PTY_PATH_BYTES 32

int posix_openpt(int flags)
{
    return open("/dev/ptmx", flags);
}

int getpt(void)
{
    return posix_openpt(O_RDWR);
}

int ptsname_r(int fd, char *buf, size_t size)
{
    unsigned int number;
    int len;

    if (ioctl(fd, TIOCGPTN, &number) < 0)
        return errno;
    len = snprintf(buf, size, "/dev/pts/%u", number);
    if (len < 0 || (size_t)len >= size)
        errno = ERANGE;
    else
        return 0;
    return errno;
}

char *ptsname(int fd)
{
    static char name[PTY_PATH_BYTES];

    errno = ptsname_r(fd, name, sizeof(name));
    return errno ? NULL : name;
}

int grantpt(int fd)
{
    unsigned int number;

    if (ioctl(fd, TIOCGPTN, &number) == 0)
        return 0;
    if (errno == ENOTTY)
        errno = EINVAL;
    return -1;
}

int unlockpt(int fd)
{
    int lock = 0;

    if (ioctl(fd, TIOCSPTLCK, &lock) == 0)
        return 0;
    if (errno == ENOTTY)
        errno = EINVAL;
    return -1;
}
