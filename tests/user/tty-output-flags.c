/* SPDX-License-Identifier: MIT */
/* c_oflag: what becomes of a program's output on its way to the terminal. */
#include "tap.h"
#include "terminal.h"

static const struct row {
    const char *what;
    tcflag_t flags;
    const char *text, *shown;
} rows[] = {
    { "no OPOST changes nothing", ONLCR | OLCUC, "a\nb\tc\r", "a\nb\tc\r" },
    { "ONLCR", OPOST | ONLCR, "a\nb", "a\r\nb" },
    { "OCRNL", OPOST | OCRNL, "a\rb\n", "a\nb\n" },
    { "ONOCR at the start of a line", OPOST | ONOCR, "\ra\r\rb", "a\rb" },
    { "OCRNL and ONOCR", OPOST | OCRNL | ONOCR, "\ra\r\r", "a\n\n" },
    { "ONLRET: a newline goes to the start", OPOST | ONLRET | ONOCR, "a\n\rb",
      "a\nb" },
    { "OLCUC", OPOST | OLCUC, "aBc-1z", "ABC-1Z" },
    { "TAB3 expands tabs", OPOST | TAB3, "\tab\tc", "        ab      c" },
    { "TAB3 after a backspace", OPOST | TAB3, "ab\b\tc", "ab\b       c" },
    { "ONLCR and TAB3", OPOST | ONLCR | TAB3, "a\n\tb", "a\r\n        b" },
};

static void check_row(const struct row *row)
{
    struct terminal t = terminal_open();
    struct termios modes;

    must(tcgetattr(t.slave, &modes));
    modes.c_oflag = row->flags;
    must(tcsetattr(t.slave, TCSANOW, &modes));
    is(write(t.slave, row->text, strlen(row->text)),
       (long long)strlen(row->text), row->what);
    shows(t.master, row->shown, "  as it is shown");
    shows_no_more(&t, "  and nothing else");
    terminal_close(&t);
}

int main(void)
{
    const size_t count = sizeof rows / sizeof rows[0];

    plan(3 * (int)count);
    for (size_t i = 0; i < count; i++)
        check_row(&rows[i]);
    return done();
}
