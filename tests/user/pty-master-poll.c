/* SPDX-License-Identifier: MIT */
/* What poll, select and read say of a master without a slave, with one, and
 * after the last one has been closed. */
#include <sys/select.h>

#include "tap.h"
#include "terminal.h"

static int master, slave, other;
static char name[64];

static void nothing(void)
{
}

static void unlocked(void)
{
    must(unlockpt(master));
    must(ptsname_r(master, name, sizeof name) == 0 ? 0 : -1);
}

static void typed(void)
{
    terminal_type(master, "yz\n");
}

static void opened(void)
{
    slave = (int)must(open(name, O_RDWR | O_NOCTTY));
}

static void said(void)
{
    must(write(slave, "hi", 2));
}

static void closed(void)
{
    must(close(slave));
}

static void one_closed(void)
{
    other = (int)must(open(name, O_RDWR | O_NOCTTY));
    must(close(slave));
}

static void other_closed(void)
{
    must(close(other));
}

/* One after the other; READ is a number of bytes, or an error if below 0. */
static const struct {
    void (*happens)(void);
    int events, read;
    const char *what;
} steps[] = {
    {nothing, POLLOUT, -EAGAIN, "a new master"},
    {typed, POLLIN | POLLOUT, 4, "its echo, though nobody is there"},
    {unlocked, POLLOUT, -EAGAIN, "unlocked"},
    {opened, POLLOUT, -EAGAIN, "with a slave"},
    {said, POLLIN | POLLOUT, 2, "the slave has said something"},
    {said, POLLIN | POLLOUT, 0, "and once more, which is not read yet"},
    {closed, POLLIN | POLLOUT | POLLHUP, 2, "the slave is closed"},
    {nothing, POLLOUT | POLLHUP, -EIO, "all is read"},
    {nothing, POLLOUT | POLLHUP, -EIO, "the error stays"},
    {typed, POLLIN | POLLOUT | POLLHUP, 4, "typing is echoed without a slave"},
    {opened, POLLOUT, -EAGAIN, "a slave is there again"},
    {one_closed, POLLOUT, -EAGAIN, "one of two slaves is closed"},
    {other_closed, POLLOUT | POLLHUP, -EIO, "both are"},
};

static int events_now(void)
{
    struct pollfd p = {master, POLLIN | POLLOUT | POLLPRI, 0};

    poll(&p, 1, 0);
    return p.revents;
}

/* What select says of the master: 1 to read, 2 to write, 4 exceptions. */
static int selected(void)
{
    fd_set sets[3];
    struct timeval none = {0, 0};
    int sum = 0;

    for (int i = 0; i < 3; i++) {
        FD_ZERO(&sets[i]);
        FD_SET(master, &sets[i]);
    }
    must(select(master + 1, &sets[0], &sets[1], &sets[2], &none));
    for (int i = 0; i < 3; i++)
        sum += FD_ISSET(master, &sets[i]) ? 1 << i : 0;
    return sum;
}

static int read_now(int want)
{
    char text[16];
    ssize_t n = read(master, text, want == 0 ? 0 : sizeof text);

    return n < 0 ? -errno : (int)n;
}

int main(void)
{
    const size_t count = sizeof steps / sizeof *steps;

    plan(3 * (int)count);
    master = (int)must(posix_openpt(O_RDWR | O_NOCTTY));
    must(fcntl(master, F_SETFL, O_NONBLOCK));
    for (size_t i = 0; i < count; i++) {
        int events = steps[i].events;

        steps[i].happens();
        (void)wait_until(events_now() == events);
        is(events_now(), events, steps[i].what);
        is(selected(), (events & (POLLIN | POLLHUP) ? 1 : 0) + 2, "select");
        is(read_now(steps[i].read), steps[i].read, "read");
    }
    close(master);
    return done();
}
