/* SPDX-License-Identifier: MIT */
/* The echo went to a stopped terminal at once, and ctrl-Q undid what tcflow had
 * done.  It waits behind the output; ctrl-C throws it away. */
#include "tap.h"
#include "terminal.h"

static struct terminal t;

static bool is_ready(int fd, short events)
{
    struct pollfd p = {fd, events, 0};

    return poll(&p, 1, 0) == 1;
}

/* Types KEYS, the last of which is input, and takes the input. */
static void type_and_take(const char *keys, size_t inputs)
{
    terminal_type(t.master, keys);
    terminal_read(t.slave, inputs);
}

static void check_tcflow(void)
{
    must(tcflow(t.slave, TCOOFF));
    type_and_take("ab", 2);
    ok(!is_ready(t.master, POLLIN), "tcflow holds the echo");
    type_and_take("\021c", 1);
    ok(!is_ready(t.slave, POLLOUT), "ctrl-Q does not undo it");
    must(tcflow(t.slave, TCOON));
    is(write(t.slave, "x", 1), 1, "then a program writes");
    shows(t.master, "abcx", "behind the echo");
}

static void check_keys(void)
{
    type_and_take("\023de", 2);
    ok(!is_ready(t.master, POLLIN), "ctrl-S holds the echo");
    must(tcflow(t.slave, TCOON));
    ok(!is_ready(t.slave, POLLOUT), "tcflow does not undo it");
    terminal_type(t.master, "\021");
    shows(t.master, "de", "ctrl-Q lets it go");
    type_and_take("\023f", 1);
    terminal_type(t.master, "\003");
    shows(t.master, "^C", "ctrl-C throws it away");
    shows_no_more(&t, "and lets output go on");
}

int main(void)
{
    plan(9);
    t = terminal_open();
    terminal_lflag(t.slave, ICANON, 0);
    check_tcflow();
    check_keys();
    terminal_close(&t);
    return done();
}
