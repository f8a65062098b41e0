/* SPDX-License-Identifier: MIT */
/*
 * Needs: root.  TIOCSLCKTRMIOS locks modes, of flags single bits and of characters
 * each as a whole: who sets the modes leaves them as they are.  Only root locks
 * (ioctl_tty(2)).
 */
#include "tap.h"
#include "terminal.h"

enum { USER = 2001 };

/* What the requests exchange, not the library's struct termios. */
struct modes {
    tcflag_t flags[4]; /* of input, output, control, local */
    cc_t line, cc[19];
};

enum { CONTROL = 2, LOCAL = 3 };

static struct terminal t;

/* The modes after ECHO and ICANON are cleared, and VEOF and VINTR are 9. */
static struct modes change(void)
{
    struct modes modes;

    must(ioctl(t.slave, TCGETS, &modes));
    modes.flags[LOCAL] &= ~(tcflag_t)(ECHO | ICANON);
    modes.flags[CONTROL] = (modes.flags[CONTROL] & ~(tcflag_t)CBAUD) | B9600;
    modes.cc[VEOF] = modes.cc[VINTR] = 9;
    must(ioctl(t.slave, TCSETS, &modes));
    must(ioctl(t.slave, TCGETS, &modes));
    return modes;
}

static void check_locked(void)
{
    struct modes lock = {.line = 2}, got;

    lock.flags[LOCAL] = ECHO;
    lock.flags[CONTROL] = CBAUD;
    lock.cc[VEOF] = 1;
    is(ioctl(t.slave, TIOCSLCKTRMIOS, &lock), 0, "TIOCSLCKTRMIOS");
    is(ioctl(t.master, TIOCGLCKTRMIOS, &got), 0, "TIOCGLCKTRMIOS at the master");
    ok(memcmp(&got, &lock, sizeof lock) == 0, "tells the same");
    got = change();
    is(got.flags[LOCAL] & (ECHO | ICANON), ECHO, "one flag stays");
    is(got.flags[CONTROL] & CBAUD, B38400, "the speed stays");
    is(got.cc[VEOF], 4, "one character stays");
    is(got.cc[VINTR], 9, "another does not");
}

static void check_unlocked(void)
{
    struct modes none = {.line = 0}, got;

    is(ioctl(t.master, TIOCSLCKTRMIOS, &none), 0, "the master unlocks");
    got = change();
    is(got.flags[LOCAL] & (ECHO | ICANON), 0, "all flags change");
    is(got.cc[VEOF], 9, "and all characters");
}

static int may_only_ask(void *unused)
{
    struct modes modes = {.line = 0};

    (void)unused;
    expect(setuid(USER) == 0);
    expect(ioctl(t.slave, TIOCGLCKTRMIOS, &modes) == 0);
    expect(ioctl(t.slave, TIOCSLCKTRMIOS, &modes) == -1 && errno == EPERM);
    return 0;
}

int main(void)
{
    struct modes none;

    need_root();
    plan(14);
    t = terminal_open();
    is(ioctl(t.slave, TIOCGLCKTRMIOS, &none), 0, "TIOCGLCKTRMIOS");
    is(none.flags[0] | none.flags[LOCAL] | none.cc[0], 0, "nothing is locked");
    check_locked();
    check_unlocked();
    fails(ioctl(t.slave, TIOCSLCKTRMIOS, NULL), EFAULT, "EFAULT");
    is(child_run(may_only_ask, NULL), 0, "another user can only ask");
    terminal_close(&t);
    return done();
}
