/* SPDX-License-Identifier: MIT */
/*
 * A timer set to an absolute time in the past expired at the next tick only: it
 * does so within timer_settime(2), on whatever clock.
 */
#include "tap.h"

enum { INTERVAL = 100000 };

static void expires_at_once(clockid_t clock, const char *name)
{
    struct itimerspec value = {{INTERVAL, 0}, {0, 1}};
    struct sigevent event;
    siginfo_t info;
    sigset_t set;
    timer_t timer;

    memset(&event, 0, sizeof event);
    event.sigev_notify = SIGEV_SIGNAL;
    event.sigev_signo = SIGUSR1;
    must(timer_create(clock, &event, &timer));
    must(timer_settime(timer, TIMER_ABSTIME, &value, NULL));
    must(sigpending(&set));
    is(sigismember(&set, SIGUSR1), 1, name);
    must(sigwaitinfo(&set, &info));
    is(info.si_code, SI_TIMER, "with its code");
    must(timer_gettime(timer, &value));
    ok(value.it_value.tv_sec <= INTERVAL && value.it_value.tv_sec > 0,
       "and goes on by its interval");
    value.it_value.tv_sec = value.it_value.tv_nsec = 0;
    must(timer_settime(timer, 0, &value, NULL));
    must(timer_delete(timer));
}

static void stopped_has_no_interval(void)
{
    struct itimerspec value = {{INTERVAL, 0}, {0, 0}};
    timer_t timer;

    must(timer_create(CLOCK_MONOTONIC, NULL, &timer));
    must(timer_settime(timer, 0, &value, NULL));
    must(timer_gettime(timer, &value));
    is(value.it_interval.tv_sec, 0, "one that is not set shows no interval");
    must(timer_delete(timer));
}

int main(void)
{
    clock_t start = clock();

    plan(13);
    mask_one(SIG_BLOCK, SIGUSR1);
    while (clock() - start < CLOCKS_PER_SEC / 20)
        continue; /* so that 1 ns is in the past of the CPU clock, too */
    expires_at_once(CLOCK_REALTIME, "the wall clock's");
    expires_at_once(CLOCK_MONOTONIC, "the monotonic clock's");
    expires_at_once(CLOCK_BOOTTIME, "the boot clock's");
    expires_at_once(CLOCK_PROCESS_CPUTIME_ID, "the CPU clock's");
    stopped_has_no_interval();
    return done();
}
