/* SPDX-License-Identifier: MIT */
/* While a slave is open its number is in use, though its master has gone: once
 * the next pair got the same number, and two terminals had one device number. */
#include "tap.h"
#include "terminal.h"

int main(void)
{
    unsigned int first = 0, second = 0;

    plan(1);
    struct terminal old = terminal_open();
    must(ioctl(old.master, TIOCGPTN, &first));
    close(old.master);
    struct terminal new = terminal_open();
    must(ioctl(new.master, TIOCGPTN, &second));
    ok(first != second, "the next pair has another number");
    close(old.slave);
    terminal_close(&new);
    return done();
}
