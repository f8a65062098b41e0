/* SPDX-License-Identifier: MIT */
/*
 * select() and pselect() wait until something is ready or the time is over, and
 * select() writes back what was left (select(2)).
 */
#include "tap.h"
#include <sys/select.h>
#include <sys/time.h>

static int pipes[2];

static int child_selects(void *unused)
{
    struct timeval long_time = {1000, 0};
    fd_set in;

    (void)unused;
    FD_ZERO(&in);
    FD_SET(pipes[0], &in);
    expect(select(pipes[0] + 1, &in, NULL, NULL, &long_time) == 1);
    expect(FD_ISSET(pipes[0], &in));
    expect(long_time.tv_sec * 1000000LL + long_time.tv_usec <= 1000000000LL);
    expect(pselect(pipes[0] + 1, &in, NULL, NULL, NULL, NULL) == 1);
    return 0;
}

int main(void)
{
    struct timeval time = {0, 30000};
    struct timespec spec = {0, 30000000};
    long long start;
    pid_t child;

    plan(9);
    must(pipe(pipes));
    child = child_start(child_selects, NULL);
    ok(wait_until(is_asleep(child)), "a child waits");
    must(write(pipes[1], "x", 1));
    ok(exited_with(child_wait(child), 0), "until there is something");
    start = now_ms();
    is(select(0, NULL, NULL, NULL, &time), 0, "nothing comes");
    ok(now_ms() - start >= 29, "in 30 ms");
    is(time.tv_sec * 1000000 + time.tv_usec, 0, "nothing is left of them");
    start = now_ms();
    is(pselect(0, NULL, NULL, NULL, &spec, NULL), 0, "pselect()");
    ok(now_ms() - start >= 29, "waits as well");
    is(spec.tv_nsec, 30000000, "and leaves the timeout alone");
    time = (struct timeval){0, 1500000};
    start = now_ms();
    select(0, NULL, NULL, NULL, &time);
    ok(now_ms() - start >= 1499, "more than a million microseconds add up");
    return done();
}
