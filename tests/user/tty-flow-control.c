/* SPDX-License-Identifier: MIT */
/* Stopping the output: by ctrl-S and by tcflow; a full terminal, too. */
#include "tap.h"
#include "terminal.h"

static struct terminal t;

static bool may_write(void)
{
    struct pollfd p = {t.slave, POLLOUT, 0};

    return poll(&p, 1, 0) == 1;
}

static int writes(void *arg)
{
    (void)arg;
    return write(t.slave, "x", 1) == 1 ? 0 : 1;
}

static void check_stopped(const char *what)
{
    ok(wait_until(!may_write()), what);
    must(fcntl(t.slave, F_SETFL, O_NONBLOCK));
    fails(write(t.slave, "x", 1), EAGAIN, "O_NONBLOCK does not wait");
    must(fcntl(t.slave, F_SETFL, 0));
}

static void check_keys(const char *start)
{
    terminal_type(t.master, "\023");
    check_stopped("ctrl-S stops the output");
    pid_t pid = child_start(writes, NULL);
    ok(wait_until(is_asleep(pid)), "a writer waits");
    terminal_type(t.master, start);
    is(child_wait(pid), 0, "and goes on");
    shows(t.master, "x", "with its text");
}

static void check_flow(void)
{
    is(tcflow(t.slave, TCOOFF), 0, "tcflow");
    check_stopped("stops the output");
    is(tcflow(t.slave, TCOON), 0, "tcflow again");
    ok(may_write(), "lets it go on");
    is(tcflow(t.slave, TCIOFF), 0, "TCIOFF");
    shows(t.master, "\023", "asks the other side to stop");
    is(tcflow(t.slave, TCION), 0, "TCION");
    shows(t.master, "\021", "to go on");
}

/* Fills what the master does not read. */
static void check_full(void)
{
    static char text[1000];
    long long sent = 0, got = 0;
    ssize_t n;

    memset(text, 'f', sizeof text);
    must(fcntl(t.slave, F_SETFL, O_NONBLOCK));
    while ((n = write(t.slave, text, sizeof text)) > 0)
        sent += n;
    fails(n, EAGAIN, "a terminal that nobody reads is full at last");
    ok(sent >= 8192, "but not before it holds a good deal");
    must(fcntl(t.slave, F_SETFL, 0));
    pid_t pid = child_start(writes, NULL);
    while (got <= sent && (n = read(t.master, text, sizeof text)) > 0)
        got += n;
    is(got, sent + 1, "all of it arrives, once it is read");
    ok(text[n - 1] == 'x', "in order");
    is(child_wait(pid), 0, "the writer has written");
}

int main(void)
{
    plan(24);
    t = terminal_open();
    terminal_lflag(t.slave, ECHO, 0);
    check_keys("\021");
    struct termios modes;
    must(tcgetattr(t.slave, &modes));
    modes.c_iflag |= IXANY;
    must(tcsetattr(t.slave, TCSANOW, &modes));
    check_keys("k");
    check_flow();
    check_full();
    terminal_close(&t);
    return done();
}
