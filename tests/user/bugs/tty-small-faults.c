/* SPDX-License-Identifier: MIT */
/* VEOF set to a newline hid it, a mode change kept VLNEXT's effect, TIOCSBRK was
 * unknown, a master took TIOCNOTTY and TIOCSTI for its slave's, and /proc told of
 * a terminal that had been given up. */
#include "tap.h"
#include "terminal.h"

static struct terminal t;

static void check_keys(void)
{
    struct termios modes;
    char text[8];

    must(tcgetattr(t.slave, &modes));
    modes.c_cc[VEOF] = '\n';
    must(tcsetattr(t.slave, TCSANOW, &modes));
    terminal_type(t.master, "a\n");
    is(read(t.slave, text, sizeof text), 2, "VEOF does not replace a newline");
    terminal_type(t.master, "b\026");
    shows(t.master, "a\r\nb^\b", "VLNEXT was typed");
    terminal_lflag(t.slave, ICANON, 0);
    is(read(t.slave, text, sizeof text), 1, "another mode");
    terminal_type(t.master, "\023c");
    is(read(t.slave, text, sizeof text), 1, "makes it forget that");
    terminal_type(t.master, "\021");
}

static int gives_up(void *arg)
{
    (void)arg;
    expect(proc_stat_field(getpid(), 7) != 0);
    expect(ioctl(t.slave, TIOCNOTTY) == 0);
    expect(proc_stat_field(getpid(), 7) == 0);
    expect(proc_stat_field(getpid(), 8) == -1);
    return 0;
}

static int leads(void *arg)
{
    (void)arg;
    terminal_lead(&t);
    expect(ioctl(t.master, TIOCNOTTY) == -1 && errno == ENOTTY);
    expect(ioctl(t.master, TIOCSTI, "x") == -1 && errno == EPERM);
    expect(exited_with(child_run(gives_up, NULL), 0));
    return 0;
}

int main(void)
{
    plan(7);
    t = terminal_open();
    check_keys();
    is(ioctl(t.slave, 0x5427 /* TIOCSBRK */, 0), 0, "a break begins");
    is(ioctl(t.slave, 0x5428 /* TIOCCBRK */, 0), 0, "and ends");
    is(child_run(leads, NULL), 0, "a leader and its terminal");
    terminal_close(&t);
    return done();
}
