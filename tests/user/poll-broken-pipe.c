/* SPDX-License-Identifier: MIT */
/*
 * poll() reports POLLERR for a pipe that nobody can read, and wakes for a
 * hang-up that comes while it waits (poll(2)).
 */
#include "tap.h"

#include <poll.h>

static int child_closes_when_polled(void *arg)
{
    int *fds = arg;

    close(fds[0]);
    expect(wait_until(is_asleep(getppid())));
    return 0;
}

int main(void)
{
    struct pollfd one;
    int fds[2];
    pid_t pid;

    plan(5);
    must(pipe(fds));
    pid = child_start(child_closes_when_polled, fds);
    must(close(fds[1]));
    one.fd = fds[0];
    one.events = POLLIN;
    is(poll(&one, 1, -1), 1, "poll wakes when the last writer ends");
    is(one.revents, POLLHUP, "by POLLHUP");
    ok(exited_with(child_wait(pid), 0), "having slept");
    must(pipe(fds));
    must(close(fds[0]));
    one.fd = fds[1];
    one.events = POLLOUT;
    is(poll(&one, 1, 0), 1, "a pipe without readers is reported");
    ok((one.revents & POLLERR) != 0, "as POLLERR");
    return done();
}
