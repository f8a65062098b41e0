/* SPDX-License-Identifier: MIT */
/*
 * Pseudo-terminals in one step: openpty, login_tty and forkpty.
 *
 * forkpty is what a terminal emulator or script(1) begins with: the child leads
 * a session that the slave controls, and the parent has the master.
 * Read next: pty.c.
 */
#include <errno.h>
#include <fcntl.h>
#include <pty.h>
#include <stdlib.h>
#include <unistd.h>
#include <utmp.h>

#define PTY_PATH_BYTES 32
#define STATUS_FAILED  1

/* Opens the slave of MASTER, and its NAME where one is wanted. */
static int slave_open(int master, char *name)
{
    char own[PTY_PATH_BYTES];
    char *path = name ? name : own;

    if (grantpt(master) < 0 || unlockpt(master) < 0)
        return -1;
    errno = ptsname_r(master, path, sizeof(own));
    return errno ? -1 : open(path, O_RDWR | O_NOCTTY);
}

int openpty(int *master, int *slave, char *name, const struct termios *modes,
            const struct winsize *size)
{
    *master = posix_openpt(O_RDWR | O_NOCTTY);
    if (*master < 0)
        return -1;
    *slave = slave_open(*master, name);
    if (*slave < 0) {
        int error = errno;

        close(*master);
        errno = error;
        return -1;
    }
    if (modes)
        tcsetattr(*slave, TCSAFLUSH, modes);
    if (size)
        ioctl(*slave, TIOCSWINSZ, size);
    return 0;
}

int login_tty(int fd)
{
    setsid();
    if (ioctl(fd, TIOCSCTTY, 0) < 0)
        return -1;
    for (int to = STDIN_FILENO; to <= STDERR_FILENO; to++)
        dup2(fd, to);
    if (fd > STDERR_FILENO)
        close(fd);
    return 0;
}

pid_t forkpty(int *master, char *name, const struct termios *modes,
              const struct winsize *size)
{
    int slave;
    pid_t pid;

    if (openpty(master, &slave, name, modes, size) < 0)
        return -1;
    pid = fork();
    if (pid == 0) {
        close(*master);
        if (login_tty(slave) < 0)
            _exit(STATUS_FAILED);
        return 0;
    }
    close(slave);
    if (pid < 0)
        close(*master);
    return pid;
}
