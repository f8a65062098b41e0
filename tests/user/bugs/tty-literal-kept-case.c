/* SPDX-License-Identifier: MIT */
/* IUCLC left a letter alone that VLNEXT made literal. */
#include "../tap.h"
#include "../terminal.h"

int main(void)
{
    struct terminal t = terminal_open();
    struct termios modes;

    plan(1);
    must(tcgetattr(t.slave, &modes));
    modes.c_iflag |= IUCLC;
    must(tcsetattr(t.slave, TCSANOW, &modes));
    terminal_type(t.master, "A\026B\n");
    shows(t.slave, "ab\n", "both letters are small");
    terminal_close(&t);
    return done();
}
