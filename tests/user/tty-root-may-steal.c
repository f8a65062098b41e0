/* SPDX-License-Identifier: MIT */
/* Needs: root.  TIOCSCTTY with the argument 1 takes a terminal away from another
 * session; an exclusive terminal is open to root. */
#include "tap.h"
#include "terminal.h"

enum { USER = 2001 };

static struct terminal t;
static int told[2];

static int is_robbed(void *arg)
{
    char c;

    (void)arg;
    terminal_lead(&t);
    expect(write(told[1], "r", 1) == 1);
    expect(read(told[0], &c, 1) == 1 && c == 's');
    return tcgetpgrp(t.slave) == -1 && errno == ENOTTY ? 0 : 1;
}

static int steals(void *arg)
{
    (void)arg;
    expect(setsid() == getpid());
    expect(ioctl(t.slave, TIOCSCTTY, 0) == -1 && errno == EPERM);
    expect(ioctl(t.slave, TIOCSCTTY, 1) == 0);
    expect(tcgetsid(t.slave) == getpid());
    return 0;
}

/* Who may not read it does not get it, but for root. */
static int asks_for_one_to_write(void *arg)
{
    int fd = open(t.name, O_WRONLY | O_NOCTTY);

    expect(setsid() == getpid() && fd >= 0);
    if (arg) {
        expect(setuid(USER) == 0);
        expect(ioctl(fd, TIOCSCTTY, 0) == -1 && errno == EPERM);
        expect(ioctl(t.slave, TIOCSCTTY, 0) == 0);
    } else {
        expect(ioctl(fd, TIOCSCTTY, 0) == 0);
    }
    return 0;
}

int main(void)
{
    int pair[2][2];
    char c;

    need_root();
    plan(5);
    must(pipe(pair[0]));
    must(pipe(pair[1]));
    told[0] = pair[0][0];
    told[1] = pair[1][1];
    t = terminal_open();
    pid_t pid = child_start(is_robbed, NULL);
    must(read(pair[1][0], &c, 1));
    is(child_run(steals, NULL), 0, "another session takes the terminal");
    must(write(pair[0][1], "s", 1));
    is(child_wait(pid), 0, "the first has none any more");
    must(ioctl(t.slave, TIOCEXCL));
    ok(open(t.name, O_RDWR | O_NOCTTY) >= 0, "TIOCEXCL does not stop root");
    terminal_close(&t);
    t = terminal_open();
    is(child_run(asks_for_one_to_write, &t), 0, "who may only write does not get it");
    is(child_run(asks_for_one_to_write, NULL), 0, "but for root");
    terminal_close(&t);
    return done();
}
