/* SPDX-License-Identifier: MIT */
/*
 * What was typed before a terminal becomes canonical is a line of its own then;
 * what follows it is another (tcsetattr(3), POSIX.1-2017, 11.1.7).
 */
#include "tap.h"
#include "terminal.h"

static struct terminal t;

/* Whether so many bytes can be read soon. */
static bool has_typed(int want)
{
    int count = -1;

    return wait_until(ioctl(t.slave, FIONREAD, &count) == 0 && count == want);
}

int main(void)
{
    char text[16];

    plan(5);
    t = terminal_open();
    terminal_lflag(t.slave, ICANON | ECHO, 0);
    terminal_type(t.master, "ab");
    ok(has_typed(2), "typed at a raw terminal");
    terminal_lflag(t.slave, 0, ICANON);
    terminal_type(t.master, "cd\n");
    ok(has_typed(5), "and a line at a canonical one");
    is(read(t.slave, text, sizeof text), 2, "a read gives what came first");
    ok(memcmp(text, "ab", 2) == 0, "those bytes");
    is(read(t.slave, text, sizeof text), 3, "the next one the line");
    terminal_close(&t);
    return done();
}
