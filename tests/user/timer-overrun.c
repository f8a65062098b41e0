/* SPDX-License-Identifier: MIT */
/*
 * While a timer's signal waits it is not sent again: the expirations meanwhile
 * are counted as its overrun (timer_getoverrun(2)).
 */
#include "tap.h"

static volatile sig_atomic_t caught, overrun;

static void on_timer(int sig, siginfo_t *info, void *context)
{
    (void)sig;
    (void)context;
    overrun = info->si_overrun;
    caught++;
}

int main(void)
{
    struct sigaction action = {.sa_sigaction = on_timer,
                               .sa_flags = SA_SIGINFO};
    struct sigevent event = {.sigev_notify = SIGEV_SIGNAL,
                             .sigev_signo = SIGRTMIN};
    const struct itimerspec fast = {{0, 5000000}, {0, 5000000}}, off = {0};
    const struct timespec nap = {0, 300000000};
    timer_t timer;

    plan(7);
    must(sigaction(SIGRTMIN, &action, NULL));
    mask_one(SIG_BLOCK, SIGRTMIN);
    must(timer_create(CLOCK_MONOTONIC, &event, &timer));
    is(timer_getoverrun(timer), 0, "nothing has expired yet");
    must(timer_settime(timer, 0, &fast, NULL));
    must(nanosleep(&nap, NULL));
    must(timer_settime(timer, 0, &fast, NULL));
    must(nanosleep(&nap, NULL));
    mask_one(SIG_UNBLOCK, SIGRTMIN);
    mask_one(SIG_BLOCK, SIGRTMIN);
    ok(caught >= 1, "it is sent");
    ok(caught <= 2, "not 60 times");
    ok(overrun >= 20 || caught == 2, "the rest is its overrun");
    ok(timer_getoverrun(timer) >= 0, "which timer_getoverrun tells too");
    must(timer_settime(timer, 0, &off, NULL));
    is(timer_getoverrun(timer), 0, "a new time forgets it");
    must(timer_delete(timer));
    fails(timer_getoverrun(timer), EINVAL, "of a deleted one: EINVAL");
    return done();
}
