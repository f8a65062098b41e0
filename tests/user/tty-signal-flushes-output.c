/* SPDX-License-Identifier: MIT */
/* What of the output and the echo a key that sends a signal takes back: the echo
 * of what came in one piece with it, and output too far ahead of the master. */
#include "tap.h"
#include "terminal.h"

enum { MUCH = 6000, KEPT = 4095 };

static struct terminal t;

/* How many bytes can be read from FD. */
static int there(int fd)
{
    int count = 0;

    ioctl(fd, FIONREAD, &count);
    return count;
}

/* For each, in a new terminal: the slave says OUTPUT, then TYPED is typed. */
static const struct {
    const char *output, *typed;
    tcflag_t set;
    const char *want, *what;
} rows[] = {
    {"out", "\003", 0, "out^C", "output that was there stays"},
    {"out", "abc\003", 0, "out^C", "the echo before the key is lost"},
    {"out", "abc\003", NOFLSH, "outabc^C", "but with NOFLSH it stays"},
    {"", "line\nab\003cd", 0, "^Ccd", "also that of a whole line"},
    {"", "a\034b\032c\n", 0, "^Zc\r\n", "at any of the keys"},
};

static void check_rows(void)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t len = strlen(rows[i].output);

        t = terminal_open();
        terminal_lflag(t.slave, 0, rows[i].set);
        must(write(t.slave, rows[i].output, len));
        must(wait_until(there(t.master) == (int)len) ? 0 : -1);
        terminal_type(t.master, rows[i].typed);
        shows(t.master, rows[i].want, rows[i].what);
        shows_no_more(&t, "and that is all");
        terminal_close(&t);
    }
}

/* Echo that the master could have read stays. */
static void check_two_writes(void)
{
    t = terminal_open();
    terminal_type(t.master, "abc");
    must(wait_until(there(t.master) == 3) ? 0 : -1);
    terminal_type(t.master, "\003");
    shows(t.master, "abc^C", "typed before, it stays");
    terminal_close(&t);
}

static void check_much(void)
{
    static char text[MUCH];
    char last = 0;
    int count = 0;

    t = terminal_open();
    terminal_lflag(t.slave, ECHO, 0);
    terminal_type(t.master, "a line\n");
    must(wait_until(there(t.slave) > 0) ? 0 : -1);
    terminal_lflag(t.slave, 0, ECHO);
    memset(text, 'x', sizeof text);
    must(write(t.slave, text, sizeof text));
    ok(wait_until(there(t.master) >= KEPT), "there is much output");
    terminal_type(t.master, "\003");
    must(wait_until(there(t.slave) == 0) ? 0 : -1);
    while (last != 'C' && terminal_has_more(t.master)) {
        ssize_t n = read(t.master, text, sizeof text);

        count += (int)n;
        last = text[n - 1];
    }
    is(count, KEPT + 2, "the first 4095 bytes stay, the rest is lost");
    shows_no_more(&t, "the slave may write again");
    terminal_close(&t);
}

int main(void)
{
    plan(14);
    check_rows();
    check_two_writes();
    check_much();
    return done();
}
