/* SPDX-License-Identifier: MIT */
/* Without canonical mode: bytes are there at once, special characters are plain,
 * and the echo stays. */
#include "tap.h"
#include "terminal.h"

static void check_echo(const char *typed, const char *shown, const char *got)
{
    struct terminal t = terminal_open();

    terminal_lflag(t.slave, ICANON, 0);
    terminal_type(t.master, typed);
    is_str(terminal_read(t.slave, strlen(got)), got, "without a line's end");
    shows(t.master, shown, "it is echoed");
    shows_no_more(&t, "once");
    terminal_close(&t);
}

static void check_change(void)
{
    struct terminal t = terminal_open();
    char text[16];
    int count;

    terminal_lflag(t.slave, ECHO, 0);
    terminal_type(t.master, "abc");
    terminal_lflag(t.slave, ICANON, 0);
    is_str(terminal_read(t.slave, 3), "abc", "a line's start is readable raw");
    terminal_type(t.master, "de");
    ok(wait_until(ioctl(t.slave, FIONREAD, &count) == 0 && count == 2),
       "FIONREAD counts two bytes");
    terminal_lflag(t.slave, 0, ICANON);
    is(read(t.slave, text, sizeof text), 2, "what is raw becomes a line");
    terminal_close(&t);
}

static void check_flush(void)
{
    struct terminal t = terminal_open();
    int count = -1;

    terminal_lflag(t.slave, ICANON | ECHO, 0);
    terminal_type(t.master, "gone");
    ok(wait_until(ioctl(t.slave, FIONREAD, &count) == 0 && count == 4), "typed");
    is(tcflush(t.slave, TCIFLUSH), 0, "tcflush");
    ioctl(t.slave, FIONREAD, &count);
    is(count, 0, "forgets what was typed");
    fails(tcflush(t.slave, 3), EINVAL, "it wants a known queue");
    fails(tcflow(t.slave, 4), EINVAL, "so does tcflow a known action");
    terminal_close(&t);
}

int main(void)
{
    plan(23);
    check_echo("a\001b", "a^Ab", "a\001b");
    check_echo("a\n", "a^J", "a\n");
    check_echo("a\r", "a\r\n", "a\n");
    check_echo("\004\177\025\027\022", "^D^?^U^W^R", "\004\177\025\027\022");
    check_echo("a\026b", "a^Vb", "a\026b");
    check_change();
    check_flush();
    return done();
}
