/* SPDX-License-Identifier: MIT */
/* A line has at most 4095 bytes and its end; more is lost. */
#include "tap.h"
#include "terminal.h"

static char typed[5000], line[6000];

static void check_line(size_t len, long long want)
{
    struct terminal t = terminal_open();
    ssize_t n;

    terminal_lflag(t.slave, ECHO, 0);
    memset(typed, 'l', len);
    if (write(t.master, typed, len) != (ssize_t)len)
        tap_bail("typing");
    terminal_type(t.master, "\n");
    n = read(t.slave, line, sizeof line);
    is(n, want, "the line's length");
    ok(n > 0 && line[n - 1] == '\n', "it ends with a newline");
    terminal_close(&t);
}

static void check_pieces(void)
{
    struct terminal t = terminal_open();
    char text[8];
    int count;

    terminal_type(t.master, "one\ntwo\n");
    ok(wait_until(ioctl(t.slave, FIONREAD, &count) == 0 && count == 8),
       "FIONREAD counts both lines");
    is(read(t.slave, text, 2), 2, "a short read takes a part");
    is(read(t.slave, text, sizeof text), 2, "the next one the rest of the line");
    is(read(t.slave, text, sizeof text), 4, "and then comes the next line");
    terminal_type(t.master, "abc\004\004x\n");
    ok(wait_until(ioctl(t.slave, FIONREAD, &count) == 0 && count == 5),
       "FIONREAD does not count ends of file");
    is(read(t.slave, text, 3), 3, "a line that end-of-file ends");
    is(read(t.slave, text, sizeof text), 0, "an end-of-file alone");
    is(read(t.slave, text, sizeof text), 2, "is no end for ever");
    terminal_close(&t);
}

static void check_other_ends(void)
{
    struct terminal t = terminal_open();
    struct termios modes;
    char text[8];

    must(tcgetattr(t.slave, &modes));
    modes.c_cc[VEOL] = ';';
    modes.c_cc[VEOL2] = '.';
    must(tcsetattr(t.slave, TCSANOW, &modes));
    terminal_type(t.master, "a;b.\n");
    is(read(t.slave, text, sizeof text), 2, "VEOL ends a line");
    is(read(t.slave, text, sizeof text), 2, "so does VEOL2");
    is(read(t.slave, text, sizeof text), 1, "the newline stays");
    shows(t.master, "a;b.\r\n", "all are shown");
    terminal_lflag(t.slave, IEXTEN, 0);
    terminal_type(t.master, "a.b\n");
    is(read(t.slave, text, sizeof text), 4, "VEOL2 does not without IEXTEN");
    terminal_close(&t);
}

int main(void)
{
    plan(19);
    check_line(4094, 4095);
    check_line(4095, 4096);
    check_line(4500, 4096);
    check_pieces();
    check_other_ends();
    return done();
}
