/* SPDX-License-Identifier: MIT */
/* Needs: root.  The leader of a session who opens /dev/console is not controlled by
 * it, unless he asks for that with TIOCSCTTY (ioctl_tty(2)). */
#include "tap.h"

static int leads_and_opens(void *unused)
{
    (void)unused;
    expect(setsid() == getpid());
    expect(open("/dev/console", O_RDWR) >= 0);
    expect(open("/dev/tty", O_RDWR) == -1 && errno == ENXIO);
    return 0;
}

int main(void)
{
    need_root();
    if (open("/dev/console", O_RDWR | O_NOCTTY) == -1)
        skip_all("no console here");
    plan(1);
    is(child_run(leads_and_opens, NULL), 0, "/dev/console controls nobody");
    return done();
}
