/* SPDX-License-Identifier: MIT */
/* Needs: root.  TIOCVHANGUP of a master hangs up its own file alone: it is at its
 * end for good, and the slave notices nothing until the master is closed. */
#include "tap.h"
#include "terminal.h"

static struct terminal t;

static int events_of(int fd)
{
    struct pollfd p = {fd, POLLIN | POLLOUT, 0};

    poll(&p, 1, 0);
    return p.revents;
}

static int may_not(void *unused)
{
    (void)unused;
    expect(setuid(1) == 0);
    expect(ioctl(t.master, TIOCVHANGUP) == -1 && errno == EPERM);
    return 0;
}

static void check_requests(void)
{
    static const unsigned long requests[] = {
        TIOCVHANGUP, TIOCGPTN, TCGETS, FIONREAD, TIOCSPTLCK, TIOCGPTPEER, TCFLSH,
        TIOCSIG, TIOCGPGRP, TIOCSTI, 0x1234,
    };
    int number = 0, on = 1, off = 0;

    for (size_t i = 0; i < sizeof requests / sizeof requests[0]; i++)
        fails(ioctl(t.master, requests[i], &number), EIO, "a request");
    fails(ioctl(t.master, TIOCSPGRP, &number), ENOTTY, "a foreground group");
    fails(ioctl(t.master, FIOASYNC, &on), ENOTTY, "FIOASYNC");
    is(ioctl(t.master, FIOASYNC, &off), 0, "which it may be without");
    is(ioctl(t.master, FIONBIO, &off), 0, "what concerns any file works");
}

static void check_master(void)
{
    char c = 'x';

    is(fcntl(t.master, F_GETFL) & O_ASYNC, 0, "O_ASYNC has gone");
    is(read(t.master, &c, 1), 0, "it is at its end");
    fails(write(t.master, &c, 1), EIO, "it takes nothing");
    fails(write(t.master, &c, 0), EIO, "nor no byte");
    is(events_of(t.master), POLLIN | POLLOUT | POLLERR | POLLHUP,
       "poll tells it");
}

static void check_slave(void)
{
    struct termios modes;
    int new;

    must(tcgetattr(t.slave, &modes));
    ok(!(modes.c_lflag & ECHO), "the slave's modes are what they were");
    shows(t.slave, "typed\n", "what was typed is there");
    is(write(t.slave, "x", 1), 1, "it can be written");
    new = open(t.name, O_RDWR | O_NOCTTY);
    ok(new >= 0, "and opened");
    is(events_of(new), POLLOUT, "and is not hung up");
    close(t.master);
    ok(events_of(new) & POLLHUP, "until the master is closed");
    close(new);
    close(t.slave);
}

static int reads_blocked(void *unused)
{
    char c;

    (void)unused;
    return (int)read(t.master, &c, 1);
}

/* More than there is room for. */
static int writes_blocked(void *unused)
{
    static char block[100000];

    (void)unused;
    expect(write(t.master, block, sizeof block) < (ssize_t)sizeof block);
    expect(write(t.master, block, sizeof block) == -1 && errno == EIO);
    return 0;
}

static void check_sleeper(int (*sleeps)(void *), const char *what)
{
    t = terminal_open();
    terminal_lflag(t.slave, ECHO | ICANON, 0);
    pid_t pid = child_start(sleeps, NULL);
    ok(wait_until(is_asleep(pid)), what);
    is(ioctl(t.master, TIOCVHANGUP), 0, "a hang-up");
    is(child_wait(pid), 0, "wakes it");
    terminal_close(&t);
}

int main(void)
{
    need_root();
    plan(34);
    signal(SIGIO, SIG_IGN);
    t = terminal_open();
    terminal_lflag(t.slave, ECHO, 0);
    terminal_type(t.master, "typed\n");
    must(terminal_has_more(t.slave) ? 0 : -1);
    must(write(t.slave, "shown", 5));
    must(fcntl(t.master, F_SETFL, O_RDWR | O_ASYNC));
    is(child_run(may_not, NULL), 0, "only root may");
    is(ioctl(t.master, TIOCVHANGUP), 0, "TIOCVHANGUP");
    check_requests();
    check_master();
    check_slave();
    check_sleeper(reads_blocked, "a reader sleeps");
    check_sleeper(writes_blocked, "a writer sleeps");
    return done();
}
