/* SPDX-License-Identifier: MIT */
/*
 * To the kernel a timer with SIGEV_THREAD is one that sends its signal: a C library
 * makes the thread that waits for that.  It was once refused.
 */
#include "tap.h"
#include "raw.h"

int main(void)
{
    struct sigevent event = {.sigev_notify = SIGEV_THREAD, .sigev_signo = 0};
    struct itimerspec soon = {{0, 0}, {0, 1000000}};
    siginfo_t info;
    sigset_t usr1;
    int id = -1;

    plan(5);
    is(raw_call(SYS_timer_create, CLOCK_MONOTONIC, (long)&event, (long)&id),
       -EINVAL, "without a signal: EINVAL");
    event.sigev_signo = SIGUSR1;
    event.sigev_value.sival_int = 42;
    is(raw_call(SYS_timer_create, CLOCK_MONOTONIC, (long)&event, (long)&id), 0,
       "with one it is made");
    mask_one(SIG_BLOCK, SIGUSR1);
    sigemptyset(&usr1);
    sigaddset(&usr1, SIGUSR1);
    is(raw_call4(SYS_timer_settime, id, 0, (long)&soon, 0), 0, "and set");
    is(sigwaitinfo(&usr1, &info), SIGUSR1, "the signal comes");
    is(info.si_value.sival_int, 42, "with its value");
    return done();
}
