/* SPDX-License-Identifier: MIT */
/*
 * Terminals: their modes and their foreground process group.
 *
 * All of it is ioctl(2) on the terminal's descriptor (ioctl_tty(2)).  The
 * modes in struct termios have the kernel's layout.
 * Read next: terminal_name.c, kernel/tty/tty.c.
 */
#include <errno.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

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

int tcflow(int fd, int action)
{
    return ioctl(fd, TCXONC, action);
}

int tcgetwinsize(int fd, struct winsize *size)
{
    return ioctl(fd, TIOCGWINSZ, size);
}

int tcsetwinsize(int fd, const struct winsize *size)
{
    return ioctl(fd, TIOCSWINSZ, size);
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

int cfsetspeed(struct termios *modes, speed_t speed)
{
    return cfsetospeed(modes, speed);
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
