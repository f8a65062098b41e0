/* SPDX-License-Identifier: MIT */
/*
 * An interval timer does not fall behind: each expiration is reckoned from the
 * time at which the last was due.  Too many to count are DELAYTIMER_MAX
 * (timer_settime(2), timer_getoverrun(3p)).
 */
#include "tap.h"

#include <limits.h>

enum { INTERVAL_MS = 15, RUN_MS = 900, NOT_YET_SEEN = 3 };

static timer_t timer;

static void start(clockid_t clock, int flags, struct itimerspec value)
{
    struct sigevent event = {.sigev_notify = SIGEV_SIGNAL,
                             .sigev_signo = SIGUSR1};

    must(timer_create(clock, &event, &timer));
    must(timer_settime(timer, flags, &value, NULL));
}

/* Sleeps for MS, and takes the signal. Returns: its overrun. */
static int overrun_after(long ms)
{
    const struct timespec nap = {ms / 1000, ms % 1000 * 1000000};
    siginfo_t info;
    sigset_t set;

    sigemptyset(&set);
    sigaddset(&set, SIGUSR1);
    must(nanosleep(&nap, NULL));
    must(sigwaitinfo(&set, &info));
    return info.si_overrun;
}

int main(void)
{
    const struct timespec interval = {0, INTERVAL_MS * 1000000L};
    long long begin;
    int overrun;

    plan(2);
    mask_one(SIG_BLOCK, SIGUSR1);
    start(CLOCK_MONOTONIC, 0, (struct itimerspec){interval, interval});
    begin = now_ms();
    overrun = overrun_after(RUN_MS);
    if (!ok(overrun + 1 >= RUN_MS / INTERVAL_MS - NOT_YET_SEEN,
            "as many expirations as intervals"))
        diag("%d in %lld ms", overrun + 1, now_ms() - begin);
    must(timer_delete(timer));
    start(CLOCK_REALTIME, TIMER_ABSTIME,
          (struct itimerspec){{0, 1}, {1, 0}}); /* in 1970 */
    is(overrun_after(50), INT_MAX, "more than can be told");
    must(timer_delete(timer));
    return done();
}
