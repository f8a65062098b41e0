/* SPDX-License-Identifier: MIT */
/* TIOCPKT while packet mode is on changes nothing: once it forgot what the master
 * had not been told yet. */
#include "tap.h"
#include "terminal.h"

int main(void)
{
    int on = 1;
    char notice = 0;

    plan(1);
    struct terminal t = terminal_open();
    must(ioctl(t.master, TIOCPKT, &on));
    must(tcflow(t.slave, TCOOFF));
    must(ioctl(t.master, TIOCPKT, &on));
    must(read(t.master, &notice, 1));
    is(notice, TIOCPKT_STOP, "the notice is still there");
    terminal_close(&t);
    return done();
}
