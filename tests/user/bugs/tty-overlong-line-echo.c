/* SPDX-License-Identifier: MIT */
/* What exceeded a line was lost with a beep.  It is lost, but shown. */
#include "tap.h"
#include "terminal.h"

enum { LONGEST = 4095 };

static char text[LONGEST + 1];

int main(void)
{
    struct terminal t = terminal_open();
    struct termios modes;

    plan(4);
    must(tcgetattr(t.slave, &modes));
    modes.c_iflag |= IMAXBEL;
    must(tcsetattr(t.slave, TCSANOW, &modes));
    memset(text, 'l', LONGEST);
    is(write(t.master, text, LONGEST), LONGEST, "as much as a line holds");
    for (int left = LONGEST; left > 0;) {
        ssize_t n = must(read(t.master, text, (size_t)left));
        left -= (int)n;
    }
    terminal_type(t.master, "xyz\n");
    shows(t.master, "xyz\r\n", "is shown, and what is too much as well");
    is(read(t.slave, text, sizeof text), LONGEST + 1, "the line is as long");
    ok(text[LONGEST - 1] == 'l' && text[LONGEST] == '\n',
       "which has what was typed first, and its newline");
    terminal_close(&t);
    return done();
}
