/* SPDX-License-Identifier: MIT */
/* The four cases of VMIN and VTIME, what poll says in them, and O_NONBLOCK. */
#include "tap.h"
#include "terminal.h"

static struct terminal t;

static void set(int min, int time)
{
    struct termios modes;

    must(tcgetattr(t.slave, &modes));
    cfmakeraw(&modes);
    modes.c_cc[VMIN] = (cc_t)min;
    modes.c_cc[VTIME] = (cc_t)time;
    must(tcsetattr(t.slave, TCSAFLUSH, &modes));
}

static bool is_ready(void)
{
    struct pollfd p = {t.slave, POLLIN, 0};

    return poll(&p, 1, 0) == 1;
}

static bool has_typed(int want)
{
    int count;

    must(ioctl(t.slave, FIONREAD, &count));
    return count == want;
}

/* Types the rest once the reader sleeps. */
static int types_later(void *text)
{
    if (!wait_until(is_asleep(getppid())))
        return 1;
    terminal_type(t.master, text);
    return 0;
}

static void check_min(void)
{
    char text[8];

    set(3, 0);
    terminal_type(t.master, "ab");
    ok(wait_until(has_typed(2)), "two bytes of three");
    ok(!is_ready(), "are not enough for poll");
    pid_t pid = child_start(types_later, (char[]){ "c" });
    is(read(t.slave, text, sizeof text), 3, "read waits for the third");
    child_wait(pid);
    set(3, 0);
    terminal_type(t.master, "ab");
    ok(wait_until(has_typed(2)), "two bytes again");
    is(read(t.slave, text, 2), 2, "are enough for a read of two");
}

static void check_none(void)
{
    char text[8];

    set(0, 0);
    is(read(t.slave, text, sizeof text), 0, "no VMIN, no VTIME: no waiting");
    ok(!is_ready(), "poll waits for a byte");
    terminal_type(t.master, "abc");
    ok(wait_until(is_ready() && has_typed(3)), "and tells of it");
    is(read(t.slave, text, sizeof text), 3, "what is there is read");
}

static void check_time(void)
{
    char text[8];

    set(0, 2);
    long long start = now_ms();
    is(read(t.slave, text, sizeof text), 0, "VTIME ends a read without a byte");
    ok(now_ms() - start >= 190, "not before its time");
    set(0, 255);
    pid_t pid = child_start(types_later, (char[]){ "x" });
    is(read(t.slave, text, sizeof text), 1, "a byte ends it sooner");
    child_wait(pid);
}

static void check_both(void)
{
    char text[8];

    set(8, 2);
    terminal_type(t.master, "ab");
    ok(wait_until(has_typed(2)), "two bytes of eight");
    ok(is_ready(), "are enough for poll when VTIME is set");
    long long start = now_ms();
    is(read(t.slave, text, sizeof text), 2, "a gap ends the read");
    ok(now_ms() - start >= 190, "but no shorter one");
    set(8, 1);
    pid_t pid = child_start(types_later, (char[]){ "x" });
    ok(read(t.slave, text, sizeof text) >= 1, "the first byte is waited for");
    child_wait(pid);
}

static void check_nonblocking(void)
{
    char text[8];

    set(1, 0);
    must(fcntl(t.slave, F_SETFL, O_NONBLOCK));
    fails(read(t.slave, text, 1), EAGAIN, "O_NONBLOCK without input");
    must(fcntl(t.master, F_SETFL, O_NONBLOCK));
    fails(read(t.master, text, 1), EAGAIN, "the same for the master");
    set(3, 0);
    terminal_type(t.master, "ab");
    ok(wait_until(has_typed(2)), "two bytes of three");
    is(read(t.slave, text, sizeof text), 2, "O_NONBLOCK takes what is there");
}

int main(void)
{
    plan(21);
    t = terminal_open();
    check_min();
    check_none();
    check_time();
    check_both();
    check_nonblocking();
    terminal_close(&t);
    return done();
}
