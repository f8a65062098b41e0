/* SPDX-License-Identifier: MIT */
/*
 * TIOCEXCL was forgotten when the slave of a pseudo-terminal was closed, though its
 * master was still open (ioctl_tty(2)).
 * Needs: root
 */
#include "../tap.h"
#include "../terminal.h"

enum { USER = 2001 };

static struct terminal t;

static int child_opens(void *unused)
{
    (void)unused;
    expect(setuid(USER) == 0);
    return open(t.name, O_RDWR | O_NOCTTY) == -1 ? errno : 0;
}

int main(void)
{
    need_root();
    plan(2);
    t = terminal_open();
    must(chmod(t.name, 0666));
    is(child_run(child_opens, NULL), 0, "a user opens the slave");
    must(ioctl(t.slave, TIOCEXCL));
    must(close(t.slave));
    is(child_run(child_opens, NULL), W_EXITCODE(EBUSY, 0),
       "also closed it is exclusive");
    close(t.master);
    return done();
}
