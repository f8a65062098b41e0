/* SPDX-License-Identifier: MIT */
/*
 * poll() tells which ends of pipes are ready, hung up or broken, waits until
 * one is, and gives up after its time (poll(2)).
 */
#include "tap.h"

#include <poll.h>

static int child_writes_when_polled(void *arg)
{
    int *fds = arg;

    expect(wait_until(is_asleep(getppid())));
    expect(write(fds[1], "x", 1) == 1);
    return 0;
}

int main(void)
{
    static char block[65536];
    struct pollfd one, two[2];
    long long start, took;
    int fds[2];
    pid_t pid;

    plan(17);
    must(pipe(fds));
    one.fd = fds[0];
    one.events = POLLIN;
    is(poll(&one, 1, 0), 0, "nothing to read: 0 at once");
    is(one.revents, 0, "and no events");
    start = now_ms();
    is(poll(&one, 1, 120), 0, "after its time: 0");
    took = now_ms() - start;
    if (!ok(took >= 120 && took < 20000, "not earlier"))
        diag("%lld ms", took);
    pid = child_start(child_writes_when_polled, fds);
    is(poll(&one, 1, -1), 1, "it waits until there is something");
    is(one.revents, POLLIN, "to read");
    ok(exited_with(child_wait(pid), 0), "and sleeps meanwhile");
    two[0] = one;
    two[1].fd = fds[1];
    two[1].events = POLLOUT;
    is(poll(two, 2, -1), 2, "both ends are ready");
    is(two[1].revents, POLLOUT, "the one for writing");
    must(write(fds[1], block, sizeof block - 1));
    is(poll(two + 1, 1, 0), 0, "a full pipe is not");
    two[1].fd = -1;
    is(poll(two, 2, 0), 1, "a negative descriptor is passed over");
    is(two[1].revents, 0, "without events");
    two[1].fd = 99;
    is(poll(two + 1, 1, -1), 1, "a closed one is reported");
    is(two[1].revents, POLLNVAL, "as POLLNVAL");
    must(read(fds[0], block, sizeof block));
    must(close(fds[1]));
    is(poll(&one, 1, -1), 1, "without a writer");
    is(one.revents, POLLHUP, "POLLHUP");
    is(poll(NULL, 0, 10), 0, "poll of nothing is a sleep");
    return done();
}
