/* SPDX-License-Identifier: MIT */
/*
 * Terminals: their modes, their foreground process group, their names.
 *
 * All of it is ioctl(2) on the terminal's descriptor (ioctl_tty(2)).  The
 * modes in struct termios have the kernel's layout.
 * Read next: kernel/tty/tty.c.
 */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

#define DEV                  "/dev"
#define CONTROLLING_TERMINAL "/dev/tty"

int tcgetattr(int fd, struct termios *modes)
{
    return ioctl(fd, TCGETS, modes);
}

int tcsetattr(int fd, int when, const struct termios *modes)
{
    switch (when) {
    case TCSANOW:
        return ioctl(fd, TCSETS, modes);
    case TCSADRAIN:
        return ioctl(fd, TCSETSW, modes);
    case TCSAFLUSH:
        return ioctl(fd, TCSETSF, modes);
    default:
        errno = EINVAL;
        return -1;
    }
}

int tcflush(int fd, int queue)
{
    return ioctl(fd, TCFLSH, queue);
}

int tcdrain(int fd)
{
    return ioctl(fd, TCSBRK, 1);
}

int tcsendbreak(int fd, int duration)
{
    (void)duration;
    return ioctl(fd, TCSBRK, 0);
}

void cfmakeraw(struct termios *modes)
{
    modes->c_iflag &= ~(tcflag_t)(IGNBRK | BRKINT | PARMRK | ISTRIP | INLCR |
                                  IGNCR | ICRNL | IXON);
    modes->c_oflag &= ~(tcflag_t)OPOST;
    modes->c_lflag &= ~(tcflag_t)(ECHO | ECHONL | ICANON | ISIG | IEXTEN);
    modes->c_cflag &= ~(tcflag_t)(CSIZE | PARENB);
    modes->c_cflag |= CS8;
    modes->c_cc[VMIN] = 1;
    modes->c_cc[VTIME] = 0;
}

speed_t cfgetospeed(const struct termios *modes)
{
    return modes->c_cflag & CBAUD;
}

speed_t cfgetispeed(const struct termios *modes)
{
    return cfgetospeed(modes);
}

int cfsetospeed(struct termios *modes, speed_t speed)
{
    if (speed & ~(speed_t)CBAUD) {
        errno = EINVAL;
        return -1;
    }
    modes->c_cflag = (modes->c_cflag & ~(tcflag_t)CBAUD) | speed;
    return 0;
}

int cfsetispeed(struct termios *modes, speed_t speed)
{
    return speed == B0 ? 0 : cfsetospeed(modes, speed);
}

pid_t tcgetpgrp(int fd)
{
    pid_t pgid;

    return ioctl(fd, TIOCGPGRP, &pgid) < 0 ? -1 : pgid;
}

int tcsetpgrp(int fd, pid_t pgid)
{
    return ioctl(fd, TIOCSPGRP, &pgid);
}

pid_t tcgetsid(int fd)
{
    pid_t sid;

    return ioctl(fd, TIOCGSID, &sid) < 0 ? -1 : sid;
}

int isatty(int fd)
{
    struct winsize size;

    return ioctl(fd, TIOCGWINSZ, &size) == 0;
}

/* The entry of DIR_PATH with the device number of the terminal FD. */
static int find_device(const char *dir_path, const struct stat *wanted,
                       char *buf, size_t size)
{
    DIR *dir = opendir(dir_path);
    struct dirent *entry;
    struct stat st;
    int found = 0;

    if (!dir)
        return 0;
    while (!found && (entry = readdir(dir)) != NULL) {
        int len = snprintf(buf, size, "%s/%s", dir_path, entry->d_name);

        if (len < 0 || (size_t)len >= size ||
            strcmp(buf, CONTROLLING_TERMINAL) == 0)
            continue;
        found = lstat(buf, &st) == 0 && S_ISCHR(st.st_mode) &&
                st.st_rdev == wanted->st_rdev;
    }
    closedir(dir);
    return found;
}

int ttyname_r(int fd, char *buf, size_t size)
{
    struct stat st;

    if (!isatty(fd))
        return errno;
    if (fstat(fd, &st) < 0)
        return errno;
    if (find_device(DEV, &st, buf, size) ||
        find_device(DEV "/pts", &st, buf, size))
        return 0;
    return ENODEV;
}

char *ttyname(int fd)
{
    static char name[64];
    int error = ttyname_r(fd, name, sizeof(name));

    if (error) {
        errno = error;
        return NULL;
    }
    return name;
}

char *ctermid(char *name)
{
    static char own[sizeof(CONTROLLING_TERMINAL)];

    return strcpy(name ? name : own, CONTROLLING_TERMINAL);
}
