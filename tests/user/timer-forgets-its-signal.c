/* SPDX-License-Identifier: MIT */
/*
 * A timer's signal that waits is taken by nobody once the timer has been set anew,
 * stopped or deleted; while one waits, the overrun is that of the one before
 * (timer_settime(2), timer_getoverrun(2)).
 */
#include "tap.h"

enum { MS = 1000000, PERIOD_MS = 10, NAPS = 12 };

static sigset_t set;
static timer_t timer;

static void arm(long ms, long interval_ms)
{
    const struct itimerspec times = {
        .it_value = {ms / 1000, ms % 1000 * MS},
        .it_interval = {0, interval_ms * MS},
    };

    must(timer_settime(timer, 0, &times, NULL));
}

static void create(void)
{
    struct sigevent event = {.sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGUSR1};

    must(timer_create(CLOCK_MONOTONIC, &event, &timer));
}

static bool is_pending(void)
{
    sigset_t now;

    must(sigpending(&now));
    return sigismember(&now, SIGUSR1) == 1;
}

/* Expires once, and waits. */
static void expire(void)
{
    create();
    arm(1, 0);
    if (!wait_until(is_pending()))
        tap_bail("the timer");
}

static void check_nothing(const char *what)
{
    const struct timespec none = {0, 0};
    siginfo_t info;

    fails(sigtimedwait(&set, &info, &none), EAGAIN, what);
}

static void check_overrun(void)
{
    siginfo_t info;
    int last;

    create();
    arm(PERIOD_MS, PERIOD_MS);
    for (int i = 0; i < NAPS; i++)
        tap_nap();
    is(timer_getoverrun(timer), 0, "while the first waits there is no overrun");
    must(sigwaitinfo(&set, &info));
    last = timer_getoverrun(timer);
    ok(last > 0 && last == info.si_overrun, "what it tells counts when it was taken");
    for (int i = 0; i < NAPS; i++)
        tap_nap();
    is(timer_getoverrun(timer), last, "also while the next waits");
    arm(0, 0);
    is(timer_getoverrun(timer), 0, "until the timer is set");
    must(timer_delete(timer));
}

int main(void)
{
    plan(7);
    sigemptyset(&set);
    sigaddset(&set, SIGUSR1);
    mask_one(SIG_BLOCK, SIGUSR1);
    expire();
    arm(1000000, 0);
    check_nothing("set anew");
    must(timer_delete(timer));
    expire();
    arm(0, 0);
    check_nothing("stopped");
    must(timer_delete(timer));
    expire();
    must(timer_delete(timer));
    check_nothing("deleted");
    check_overrun();
    return done();
}
