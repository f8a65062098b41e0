/* SPDX-License-Identifier: MIT */
/*
 * A siginfo that a program had made look like a timer's was taken for one of the
 * timer with that number, and went with it (rt_sigqueueinfo(2)).
 */
#include "tap.h"

#include "raw.h"

int main(void)
{
    struct sigevent none = {.sigev_notify = SIGEV_NONE};
    const struct timespec no_time = {0, 0};
    siginfo_t forged = {.si_code = SI_TIMER}, info;
    sigset_t set;
    int timer;

    plan(3);
    mask_one(SIG_BLOCK, SIGRTMIN);
    sigemptyset(&set);
    sigaddset(&set, SIGRTMIN);
    must(raw_call(SYS_timer_create, CLOCK_MONOTONIC, (long)&none, (long)&timer));
    forged.si_pid = timer;
    is(raw_call(SYS_rt_sigqueueinfo, getpid(), SIGRTMIN, (long)&forged), 0, "forge");
    is(raw_call(SYS_timer_delete, timer, 0, 0), 0, "the timer goes");
    ok(sigtimedwait(&set, &info, &no_time) == SIGRTMIN && info.si_code == SI_TIMER,
       "the siginfo stays");
    return done();
}
