/* SPDX-License-Identifier: MIT */
/*
 * What timer_create() and its relatives refuse: clocks that cannot be waited
 * for, odd events, times that are none (timer_create(2), timer_settime(2)).
 */
#include "tap.h"

#include "raw.h"

static const struct {
    clockid_t clock;
    int error;
} clocks[] = {
    {CLOCK_REALTIME, 0}, {CLOCK_MONOTONIC, 0}, {CLOCK_PROCESS_CPUTIME_ID, 0},
    {CLOCK_THREAD_CPUTIME_ID, 0}, {CLOCK_BOOTTIME, 0}, {CLOCK_TAI, 0},
    {CLOCK_MONOTONIC_RAW, EOPNOTSUPP}, {CLOCK_REALTIME_COARSE, EOPNOTSUPP},
    {CLOCK_MONOTONIC_COARSE, EOPNOTSUPP}, {10, EINVAL}, {77, EINVAL},
    {-1, EINVAL},
};

static const struct {
    int notify, sig, tid, error;
} events[] = {
    {SIGEV_SIGNAL, 0, 0, EINVAL}, {SIGEV_SIGNAL, 65, 0, EINVAL},
    {SIGEV_SIGNAL, -1, 0, EINVAL}, {SIGEV_NONE, 65, 0, 0},
    {77, SIGUSR1, 0, EINVAL}, {SIGEV_THREAD_ID, SIGUSR1, 0, EINVAL},
    {SIGEV_THREAD_ID, SIGUSR1, 1, EINVAL}, {SIGEV_SIGNAL, 64, 0, 0},
};

static const struct itimerspec times[] = {
    {{0, 0}, {0, -1}}, {{0, 0}, {0, 1000000000}}, {{0, 0}, {-1, 0}},
    {{0, -1}, {1, 0}}, {{-1, 0}, {1, 0}},
};

enum { CLOCKS = sizeof clocks / sizeof clocks[0],
       EVENTS = sizeof events / sizeof events[0],
       TIMES = sizeof times / sizeof times[0] };

static void check(int result, int error, const char *what)
{
    if (error)
        fails(result, error, what);
    else
        is(result, 0, what);
}

/* A child's first timer is number 0. */
static int child_loses_number(void *unused)
{
    (void)unused;
    expect(raw_call(SYS_timer_create, CLOCK_MONOTONIC, 0, 1) == -EFAULT);
    expect(raw_call(SYS_timer_delete, 0, 0, 0) == -EINVAL);
    return 0;
}

int main(void)
{
    struct itimerspec value = {{0, 0}, {1, 0}};
    timer_t timer;

    plan(CLOCKS + EVENTS + TIMES + 8);
    for (int i = 0; i < CLOCKS; i++)
        check(timer_create(clocks[i].clock, NULL, &timer), clocks[i].error,
              "a timer on a clock");
    for (int i = 0; i < EVENTS; i++) {
        struct sigevent event = {.sigev_notify = events[i].notify,
                                 .sigev_signo = events[i].sig};

        event.sigev_notify_thread_id = events[i].tid;
        check(timer_create(CLOCK_MONOTONIC, &event, &timer), events[i].error,
              "a timer with an event");
    }
    for (int i = 0; i < TIMES; i++)
        fails(timer_settime(timer, 0, &times[i], NULL), EINVAL, "no such time");
    fails(timer_settime(timer, 0, NULL, NULL), EINVAL, "no time: EINVAL");
    fails(timer_settime(999, 0, &value, NULL), EINVAL, "no timer: EINVAL");
    fails(timer_gettime(999, &value), EINVAL, "timer_gettime: EINVAL");
    is(timer_delete(timer), 0, "one is deleted");
    fails(timer_delete(timer), EINVAL, "only once");
    is(raw_call(SYS_timer_create, CLOCK_MONOTONIC, 1, 1), -EFAULT, "EFAULT");
    is(raw_call(SYS_timer_create, CLOCK_MONOTONIC, 0, 1), -EFAULT, "EFAULT");
    ok(exited_with(child_run(child_loses_number, NULL), 0), "and then no timer");
    return done();
}
