/* SPDX-License-Identifier: MIT */
/* How a session gets its controlling terminal, and gives it up. */
#include "tap.h"
#include "terminal.h"

static struct terminal t;

static bool has_tty(void)
{
    int fd = open("/dev/tty", O_RDWR | O_NOCTTY);

    if (fd == -1)
        expect(errno == ENXIO);
    else
        close(fd);
    return fd != -1;
}

static int opens(void *arg)
{
    expect(setsid() == getpid() && !has_tty());
    expect(open(t.name, *(int *)arg) >= 0);
    return has_tty();
}

static int opens_as_member(void *arg)
{
    (void)arg;
    expect(open(t.name, O_RDWR) >= 0);
    return has_tty();
}

static int leads_member(void *arg)
{
    expect(setsid() == getpid());
    return WEXITSTATUS(child_run(opens_as_member, arg));
}

static void check_open(void)
{
    int flags[] = { O_RDWR, O_RDONLY, O_RDWR | O_NOCTTY, O_WRONLY };

    t = terminal_open();
    is(child_run(opens, &flags[0]), W_EXITCODE(1, 0), "open acquires it");
    is(child_run(opens, &flags[1]), W_EXITCODE(1, 0), "to read, too");
    is(child_run(opens, &flags[2]), 0, "not with O_NOCTTY");
    is(child_run(opens, &flags[3]), 0, "not to write only");
    is(child_run(leads_member, NULL), 0, "nor does who leads no session");
    terminal_close(&t);
}

static int asks_as_stranger(void *arg)
{
    pid_t pgid = getpgrp();

    (void)arg;
    expect(ioctl(t.slave, TIOCSCTTY, 0) == -1 && errno == EPERM);
    expect(setsid() == getpid());
    expect(ioctl(t.slave, TIOCSCTTY, 0) == -1 && errno == EPERM);
    expect(ioctl(t.slave, TIOCSCTTY, 1) == -1 && errno == EPERM);
    expect(ioctl(t.slave, TIOCGPGRP, &pgid) == -1 && errno == ENOTTY);
    expect(ioctl(t.slave, TIOCSPGRP, &pgid) == -1 && errno == ENOTTY);
    expect(ioctl(t.slave, TIOCNOTTY) == -1 && errno == ENOTTY);
    expect(tcgetsid(t.slave) == -1 && errno == ENOTTY);
    expect(open(t.name, O_RDWR) >= 0 && !has_tty());
    return 0;
}

static int sets_group(void *arg)
{
    pid_t other = getppid();

    (void)arg;
    terminal_lead(&t);
    expect(tcgetpgrp(t.slave) == getpid() && tcgetsid(t.slave) == getpid());
    expect(tcgetpgrp(t.master) == getpid() && tcgetsid(t.master) == getpid());
    expect(ioctl(t.slave, TIOCSCTTY, 0) == 0);
    expect(tcsetpgrp(t.slave, -1) == -1 && errno == EINVAL);
    expect(tcsetpgrp(t.slave, 0x7ffffff0) == -1 && errno == ESRCH);
    expect(tcsetpgrp(t.slave, other) == -1 && errno == EPERM);
    expect(ioctl(t.slave, TIOCSPGRP, NULL) == -1 && errno == EFAULT);
    struct terminal u = terminal_open();
    expect(ioctl(u.slave, TIOCSCTTY, 0) == -1 && errno == EPERM);
    signal(SIGTTOU, SIG_IGN);
    other = child_start(child_pauses, NULL); /* leads no group */
    expect(tcsetpgrp(t.slave, other) == 0 && tcgetpgrp(t.slave) == other);
    child_kill(other);
    expect(tcgetpgrp(t.slave) == other);
    expect(tcsetpgrp(t.slave, other) == -1 && errno == ESRCH);
    expect(tcsetpgrp(t.slave, getpgrp()) == 0);
    expect(child_run(asks_as_stranger, NULL) == 0);
    return 0;
}

/* In a session of its own it can have one again. */
static int gets_another(void *arg)
{
    struct terminal u = terminal_open();

    (void)arg;
    expect(!has_tty());
    terminal_lead(&u);
    return has_tty() ? 0 : 1;
}

static int gives_up_alone(void *arg)
{
    (void)arg;
    expect(has_tty() && ioctl(t.slave, TIOCNOTTY) == 0 && !has_tty());
    expect(getsid(0) == getppid());
    expect(child_run(opens_as_member, NULL) == 0); /* its children have none */
    expect(setpgid(0, 0) == 0 && child_run(gets_another, NULL) == 0);
    return 0;
}

static volatile sig_atomic_t hups, conts;

static void on_signal(int sig)
{
    *(sig == SIGHUP ? &hups : &conts) += 1;
}

static int gives_up(void *arg)
{
    (void)arg;
    terminal_lead(&t);
    expect(child_run(gives_up_alone, NULL) == 0);
    expect(has_tty());
    handle(SIGHUP, on_signal, 0);
    handle(SIGCONT, on_signal, 0);
    expect(ioctl(t.slave, TIOCNOTTY) == 0);
    expect(hups == 1 && conts == 1 && !has_tty());
    expect(tcgetpgrp(t.slave) == -1 && errno == ENOTTY);
    expect(ioctl(t.slave, TIOCSCTTY, 0) == 0 && has_tty());
    return 0;
}

int main(void)
{
    plan(7);
    check_open();
    t = terminal_open();
    is(child_run(sets_group, NULL), 0, "TIOCSPGRP, TIOCSCTTY and their errors");
    is(child_run(gives_up, NULL), 0, "TIOCNOTTY");
    terminal_close(&t);
    return done();
}
