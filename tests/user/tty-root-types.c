/* SPDX-License-Identifier: MIT */
/* Needs: root.  TIOCSTI by root types at any terminal; at a master it is the master
 * that reads it (ioctl_tty(2)). */
#include "tap.h"
#include "terminal.h"

int main(void)
{
    struct terminal t;

    need_root();
    t = terminal_open();
    if (ioctl(t.slave, TIOCSTI, "x") == -1 && errno == EIO)
        skip_all("TIOCSTI is forbidden here");
    plan(6);
    is(ioctl(t.slave, TIOCSTI, "\n"), 0, "at a slave");
    shows(t.slave, "x\n", "which reads it");
    shows(t.master, "x\r\n", "and echoes it");
    is(ioctl(t.master, TIOCSTI, "y"), 0, "at a master");
    shows(t.master, "y", "which reads it");
    fails(ioctl(t.master, TIOCSTI, NULL), EFAULT, "nothing: EFAULT");
    terminal_close(&t);
    return done();
}
