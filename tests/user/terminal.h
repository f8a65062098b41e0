/* SPDX-License-Identifier: MIT */
/*
 * What the tests of terminals share: a pseudo-terminal, typing at it, and a
 * child that it controls.  Included after tap.h.
 *
 * Linux passes bytes from master to slave at its leisure: whoever wants to see
 * their effect reads it or waits for it.
 */
#pragma once

#include <poll.h>
#include <pty.h>
#include <sys/ioctl.h>
#include <termios.h>

enum { TERMINAL_TEXT = 512, TERMINAL_WAIT_MS = 30000 };

struct terminal {
    int master, slave;
    char name[64];
};

static inline struct terminal terminal_open(void)
{
    struct terminal t;

    must(openpty(&t.master, &t.slave, t.name, NULL, NULL));
    return t;
}

static inline void terminal_close(struct terminal *t)
{
    close(t->slave);
    close(t->master);
}

/* Changes the modes of FD: clears and sets bits of c_lflag. */
static inline void terminal_lflag(int fd, tcflag_t clear, tcflag_t set)
{
    struct termios modes;

    must(tcgetattr(fd, &modes));
    modes.c_lflag = (modes.c_lflag & ~clear) | set;
    must(tcsetattr(fd, TCSANOW, &modes));
}

static inline void terminal_type(int master, const char *text)
{
    if (write(master, text, strlen(text)) != (ssize_t)strlen(text))
        tap_bail("typing");
}

/* Whether FD becomes readable, or hung up, within a generous time. */
static inline bool terminal_has_more(int fd)
{
    struct pollfd wait = {fd, POLLIN, 0};

    return poll(&wait, 1, TERMINAL_WAIT_MS) > 0;
}

/* Reads exactly LEN bytes of what FD gives, as a string that the next call
 * overwrites; fewer at its end. */
static inline const char *terminal_read(int fd, size_t len)
{
    static char text[TERMINAL_TEXT];
    size_t done = 0;
    ssize_t n = 1;

    while (done < len && n > 0 && terminal_has_more(fd)) {
        n = read(fd, text + done, len - done);
        done += n > 0 ? (size_t)n : 0;
    }
    text[done] = '\0';
    return text;
}

/* Checks that the next bytes from FD are WANT. */
static inline bool shows(int fd, const char *want, const char *what)
{
    return is_str(terminal_read(fd, strlen(want)), want, what);
}

/* Checks that nothing of what was shown is left, by making the slave show a
 * mark: output comes in order. */
static inline bool shows_no_more(struct terminal *t, const char *what)
{
    if (write(t->slave, "<>", 2) != 2)
        tap_bail("mark");
    return shows(t->master, "<>", what);
}

/* Makes the caller the leader of a session that the slave controls. */
static inline void terminal_lead(struct terminal *t)
{
    expect(setsid() == getpid());
    expect(ioctl(t->slave, TIOCSCTTY, 0) == 0);
}
