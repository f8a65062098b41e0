/* SPDX-License-Identifier: MIT */
/* Needs: root.  vhangup(2) and TIOCVHANGUP: what was opened before is hung up,
 * what is opened later works, and the master notices nothing. */
#include "tap.h"
#include "terminal.h"

static struct terminal t;

static int events_of(int fd)
{
    struct pollfd p = {fd, POLLIN | POLLOUT, 0};

    poll(&p, 1, 0);
    return p.revents;
}

static int typed(void)
{
    int count = 0;

    ioctl(t.slave, FIONREAD, &count);
    return count;
}

static void check_old(int fd)
{
    struct termios modes;
    char c;

    is(read(fd, &c, 1), 0, "an old file is at its end");
    fails(write(fd, "x", 1), EIO, "takes nothing");
    is(events_of(fd), POLLIN | POLLOUT | POLLERR | POLLHUP, "poll tells it");
    fails(tcgetattr(fd, &modes), EIO, "it has no modes");
}

static void check_new(void)
{
    struct termios modes;
    char text[4];
    int new = open(t.name, O_RDWR | O_NOCTTY | O_NONBLOCK);

    ok(new >= 0, "the name still opens");
    must(tcgetattr(new, &modes));
    ok(modes.c_lflag & ECHO, "the modes are the usual ones");
    fails(read(new, text, sizeof text), EAGAIN, "what was typed is lost");
    shows(t.master, "out", "what was shown is not");
    is(events_of(t.master), POLLOUT, "the master sees a terminal");
    must(write(new, "new", 3));
    shows(t.master, "new", "and what the new one says");
    close(t.slave);
    is(events_of(t.master), POLLOUT, "also when the old one has been closed");
    close(new);
    ok(events_of(t.master) & POLLHUP, "until all are");
    close(t.master);
}

static int reads_blocked(void *arg)
{
    char c;

    (void)arg;
    return (int)read(t.slave, &c, 1);
}

static void check_sleeper(void)
{
    t = terminal_open();
    pid_t pid = child_start(reads_blocked, NULL);

    ok(wait_until(is_asleep(pid)), "a reader sleeps");
    is(ioctl(t.slave, TIOCVHANGUP), 0, "a hang-up");
    is(child_wait(pid), 0, "its read is at the end");
    terminal_close(&t);
}

static int writes_blocked(void *arg)
{
    (void)arg;
    return write(t.slave, "x", 1) == -1 ? errno : 0;
}

static void check_writer(void)
{
    t = terminal_open();
    must(tcflow(t.slave, TCOOFF));
    pid_t pid = child_start(writes_blocked, NULL);

    ok(wait_until(is_asleep(pid)), "a writer sleeps");
    is(ioctl(t.slave, TIOCVHANGUP), 0, "a hang-up");
    is(child_wait(pid), W_EXITCODE(EIO, 0), "its write fails with EIO");
    terminal_close(&t);
}

/* A session hangs up its own terminal, and its leader gets it again. */
static int leads_and_hangs_up(void *arg)
{
    sigset_t set;

    (void)arg;
    sigfillset(&set);
    expect(sigprocmask(SIG_SETMASK, &set, NULL) == 0);
    terminal_lead(&t);
    expect(vhangup() == 0);
    sigpending(&set);
    expect(sigismember(&set, SIGHUP) && sigismember(&set, SIGCONT));
    expect(write(t.slave, "x", 1) == -1 && errno == EIO);
    expect(open("/dev/tty", O_RDWR) == -1 && errno == ENXIO);
    expect(open(t.name, O_RDWR) >= 0);
    expect(open("/dev/tty", O_RDWR) >= 0);
    return 0;
}

static int may_not(void *arg)
{
    (void)arg;
    expect(setuid(1) == 0);
    expect(vhangup() == -1 && errno == EPERM);
    expect(ioctl(t.slave, TIOCVHANGUP) == -1 && errno == EPERM);
    return 0;
}

int main(void)
{
    plan(21);
    t = terminal_open();
    terminal_lflag(t.slave, ECHO | ICANON, 0);
    must(write(t.slave, "out", 3));
    terminal_type(t.master, "in");
    must(wait_until(typed() == 2) ? 0 : -1);
    is(child_run(may_not, NULL), 0, "only root may");
    is(ioctl(t.slave, TIOCVHANGUP), 0, "TIOCVHANGUP");
    check_old(t.slave);
    check_new();
    check_sleeper();
    check_writer();
    t = terminal_open();
    is(child_run(leads_and_hangs_up, NULL), 0, "vhangup");
    terminal_close(&t);
    return done();
}
