/* SPDX-License-Identifier: MIT */
/*
 * Every process has a clock that shows its CPU time, and others can read it
 * (clock_getcpuclockid(3)).
 */
#include "tap.h"

static long clock_ms(clockid_t clock)
{
    struct timespec now;

    if (clock_gettime(clock, &now) == -1)
        return -1;
    return (long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static int child_burns(void *unused)
{
    volatile int turns = 0;

    for (;; turns++)
        if (unused)
            return 0;
}

int main(void)
{
    clockid_t clock, own;
    struct timespec resolution;
    long start;
    pid_t pid;

    plan(8);
    start = clock_ms(CLOCK_PROCESS_CPUTIME_ID);
    while (clock_ms(CLOCK_PROCESS_CPUTIME_ID) < start + 50)
        continue;
    is(clock_getcpuclockid(getpid(), &own), 0, "one's own clock");
    ok(clock_ms(own) >= 50, "has moved");
    ok(clock_ms(CLOCK_THREAD_CPUTIME_ID) >= 50, "the thread's too");
    is(clock_getres(own, &resolution), 0, "it has a resolution");
    pid = child_start(child_burns, NULL);
    is(clock_getcpuclockid(pid, &clock), 0, "a child's");
    ok(wait_until(clock_ms(clock) >= 100), "moves while it computes");
    child_kill(pid);
    is(clock_ms(clock), -1, "and ends with it");
    is(clock_getcpuclockid(pid, &clock), ESRCH, "nobody's: ESRCH");
    return done();
}
