/* SPDX-License-Identifier: MIT */
/*
 * The calls that take times of 64 bits do what those of 32 do, and the oldest
 * ones tell the same time (clock_gettime(2), timer_settime(2), poll(2),
 * select(2), time(2)).
 */
#include "tap.h"
#include "raw.h"

#include <sys/time.h>

enum {
    OLD_TIME = 13, OLD_GETTIMEOFDAY = 78,
    CLOCK_SETTIME64 = 404, CLOCK_GETRES64 = 406, TIMER_GETTIME64 = 408,
    TIMER_SETTIME64 = 409, PSELECT64 = 413, PPOLL64 = 414, RR_INTERVAL64 = 423,
};

struct wide {
    long long seconds, nanoseconds;
};

/* Whether SECONDS are now: by some of Linux's calls a second begins a moment later
 * than by others. */
static bool is_now(time_t before, long seconds)
{
    return seconds >= before - 1 && seconds <= time(NULL) + 1;
}

static void check_old(void)
{
    struct timespec now;
    struct timeval tv = {0, 0};

    must(clock_gettime(CLOCK_REALTIME, &now));
    ok(is_now(now.tv_sec, raw_call(OLD_TIME, 0, 0, 0)), "time");
    raw_call(OLD_GETTIMEOFDAY, (long)&tv, 0, 0);
    ok(is_now(now.tv_sec, tv.tv_sec), "gettimeofday");
}

static void check_clocks(void)
{
    struct wide wide = {1, 1000000000}, slice = {-1, -1};
    struct timespec time;

    is(raw_call(CLOCK_SETTIME64, CLOCK_REALTIME, (long)&wide, 0), -EINVAL,
       "clock_settime64: too many nanoseconds");
    is(raw_call(CLOCK_SETTIME64, CLOCK_REALTIME, 8, 0), -EFAULT,
       "a bad pointer");
    must(clock_getres(CLOCK_MONOTONIC, &time));
    raw_call(CLOCK_GETRES64, CLOCK_MONOTONIC, (long)&wide, 0);
    ok(wide.seconds == 0 && wide.nanoseconds == time.tv_nsec,
       "clock_getres64");
    raw_call(RR_INTERVAL64, 0, (long)&slice, 0);
    ok(slice.seconds == 0 && slice.nanoseconds >= 0,
       "sched_rr_get_interval64");
}

static void check_timer(void)
{
    struct wide value[2] = {{5, 0}, {1LL << 33, 0}}, left[2];
    timer_t timer;

    must(timer_create(CLOCK_MONOTONIC, NULL, &timer));
    is(raw_call4(TIMER_SETTIME64, (long)timer, 0, (long)value, 0), 0,
       "timer_settime64, for longer than 32 bits tell");
    is(raw_call(TIMER_GETTIME64, (long)timer, (long)left, 0), 0,
       "timer_gettime64");
    ok(left[0].seconds == 5 && left[1].seconds > 1LL << 32 &&
       left[1].seconds <= 1LL << 33, "which is left");
    must(timer_delete(timer));
}

static void check_waits(void)
{
    struct wide none = {0, 0}, wrong = {0, 1000000000};
    struct {
        int fd;
        short events, revents;
    } p = {0, 1 /* POLLIN */, 0};
    unsigned long set = 0;
    int fds[2];

    must(pipe(fds));
    p.fd = fds[0];
    set = 1UL << fds[0];
    is(syscall(PPOLL64, &p, 1, &none, NULL, 8), 0, "ppoll64: nothing yet");
    is(syscall(PSELECT64, fds[0] + 1, &set, NULL, NULL, &none, NULL), 0,
       "pselect64, too");
    must(write(fds[1], "x", 1));
    set = 1UL << fds[0];
    is(syscall(PPOLL64, &p, 1, &none, NULL, 8), 1, "ppoll64: a byte");
    is(syscall(PSELECT64, fds[0] + 1, &set, NULL, NULL, &none, NULL), 1,
       "pselect64, too");
    fails(syscall(PPOLL64, &p, 1, &wrong, NULL, 8), EINVAL, "ppoll64: EINVAL");
    fails(syscall(PSELECT64, 0, NULL, NULL, NULL, &wrong, NULL), EINVAL,
          "pselect64: EINVAL");
}

int main(void)
{
    plan(15);
    check_old();
    check_clocks();
    check_timer();
    check_waits();
    return done();
}
