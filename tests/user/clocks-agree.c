/* SPDX-License-Identifier: MIT */
/*
 * The monotonic clock never goes back; time(), gettimeofday() and
 * clock_gettime() tell the same time (clock_gettime(2)).
 */
#include "tap.h"

#include "raw.h"
#include <sys/time.h>

int main(void)
{
    struct timespec before, now, real;
    struct timeval day;
    long long wide[2];
    bool is_forward = true;
    long seconds;

    plan(9);
    must(clock_gettime(CLOCK_MONOTONIC, &before));
    for (int i = 0; i < 20000; i++) {
        must(clock_gettime(CLOCK_MONOTONIC, &now));
        if (now.tv_sec < before.tv_sec ||
            (now.tv_sec == before.tv_sec && now.tv_nsec < before.tv_nsec))
            is_forward = false;
        before = now;
    }
    ok(is_forward, "20000 readings of the monotonic clock never go back");
    ok(now.tv_nsec >= 0 && now.tv_nsec < 1000000000, "tv_nsec is in range");
    must(clock_gettime(CLOCK_REALTIME, &real));
    must(gettimeofday(&day, NULL));
    seconds = (long)time(NULL);
    ok(day.tv_sec - real.tv_sec <= 60 && day.tv_sec >= real.tv_sec,
       "gettimeofday agrees with clock_gettime");
    /* Linux's time() is that of the last tick: its second begins later. */
    ok(seconds - real.tv_sec <= 60 && seconds >= real.tv_sec - 1,
       "so does time");
    ok(day.tv_usec >= 0 && day.tv_usec < 1000000, "tv_usec is in range");
    ok(real.tv_sec > 1577836800, "it is after 2019");
    is(raw_call(SYS_clock_gettime64, CLOCK_REALTIME, (long)wide, 0), 0,
       "clock_gettime64");
    ok(wide[0] - real.tv_sec <= 60 && wide[0] >= real.tv_sec, "agrees");
    is(raw_call(SYS_clock_gettime, 77, (long)wide, 0), -EINVAL,
       "an unknown clock: EINVAL");
    return done();
}
