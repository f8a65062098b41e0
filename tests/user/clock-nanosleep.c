/* SPDX-License-Identifier: MIT */
/*
 * clock_nanosleep() sleeps for a time or to a time of a clock, never shorter; it
 * returns its error, EINTR with the time left after a handler
 * (clock_nanosleep(2)).
 */
#include "tap.h"

#include "raw.h"

static const struct {
    clockid_t clock;
    int error;
} clocks[] = {
    {CLOCK_REALTIME, 0}, {CLOCK_MONOTONIC, 0}, {CLOCK_BOOTTIME, 0},
    {CLOCK_TAI, 0}, {CLOCK_PROCESS_CPUTIME_ID, 0},
    {CLOCK_THREAD_CPUTIME_ID, EOPNOTSUPP}, {CLOCK_MONOTONIC_RAW, EOPNOTSUPP},
    {CLOCK_REALTIME_COARSE, EOPNOTSUPP}, {77, EINVAL}, {-1, EINVAL},
};

enum { CLOCKS = sizeof clocks / sizeof clocks[0] };

static void on_signal(int sig)
{
    (void)sig;
}

static int child_signals(void *unused)
{
    pid_t parent = getppid();

    (void)unused;
    expect(wait_until(is_asleep(parent)));
    return kill(parent, SIGUSR1);
}

/* A sleep to a time 50 ms from now. */
static bool sleeps_to(clockid_t clock)
{
    struct timespec until, now;

    must(clock_gettime(clock, &until));
    until.tv_nsec += 50000000;
    if (until.tv_nsec >= 1000000000) {
        until.tv_nsec -= 1000000000;
        until.tv_sec++;
    }
    if (clock_nanosleep(clock, TIMER_ABSTIME, &until, NULL) != 0)
        return false;
    must(clock_gettime(clock, &now));
    return now.tv_sec > until.tv_sec ||
           (now.tv_sec == until.tv_sec && now.tv_nsec >= until.tv_nsec);
}

static void check_interrupted(int flags)
{
    struct timespec request, left = {-7, 0};
    pid_t pid;

    handle(SIGUSR1, on_signal, SA_RESTART);
    must(clock_gettime(CLOCK_MONOTONIC, &request));
    if (flags == 0)
        request.tv_sec = 0;
    request.tv_sec += 1000;
    pid = child_start(child_signals, NULL);
    is(clock_nanosleep(CLOCK_MONOTONIC, flags, &request, &left), EINTR,
       "a handler ends it: EINTR");
    if (flags == 0)
        ok(left.tv_sec > 900 && left.tv_sec <= 1000, "with the time left");
    else
        is(left.tv_sec, -7, "for a time of the clock none is told");
    child_wait(pid);
}

int main(void)
{
    const struct timespec none = {0, 0}, bad = {0, 1000000000}, past = {1, 0};
    long long wide[2] = {0, 30000000}, start;

    plan(CLOCKS + 11);
    for (int i = 0; i < CLOCKS; i++)
        is(clock_nanosleep(clocks[i].clock, 0, &none, NULL), clocks[i].error,
           "by which clocks one sleeps");
    ok(sleeps_to(CLOCK_MONOTONIC), "to a time of the monotonic clock");
    ok(sleeps_to(CLOCK_REALTIME), "and of the wall clock");
    is(clock_nanosleep(CLOCK_REALTIME, TIMER_ABSTIME, &past, NULL), 0,
       "to a time long ago: not at all");
    check_interrupted(0);
    check_interrupted(TIMER_ABSTIME);
    is(clock_nanosleep(CLOCK_MONOTONIC, 0, &bad, NULL), EINVAL, "EINVAL");
    is(raw_call(SYS_clock_nanosleep, CLOCK_MONOTONIC, 0, 1), -EFAULT, "EFAULT");
    start = now_ms();
    is(raw_call(SYS_clock_nanosleep_time64, CLOCK_MONOTONIC, 0, (long)wide), 0,
       "with 64 bits");
    ok(now_ms() - start >= 30, "as long");
    return done();
}
