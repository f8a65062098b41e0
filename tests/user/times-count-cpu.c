/* SPDX-License-Identifier: MIT */
/*
 * times() counts CPU time in user mode and in the kernel apart, in ticks of
 * 1/100 s, and sleeping costs none (times(2)).
 */
#include "tap.h"

#include "raw.h"
#include <sys/times.h>

int main(void)
{
    struct timespec nap = {0, 300000000};
    struct tms start, now;
    volatile long turns = 0;

    plan(6);
    is(sysconf(_SC_CLK_TCK), 100, "100 ticks a second");
    must(times(&start));
    do {
        for (int i = 0; i < 100000; i++)
            turns++;
        must(times(&now));
    } while (now.tms_utime - start.tms_utime < 10);
    ok(now.tms_utime - start.tms_utime >= 10, "counting costs user time");
    start = now;
    do {
        for (int i = 0; i < 1000; i++)
            raw_call(SYS_getppid, 0, 0, 0);
        must(times(&now));
    } while (now.tms_stime - start.tms_stime < 3);
    ok(now.tms_stime - start.tms_stime >= 3, "calls cost system time");
    must(times(&start));
    must(nanosleep(&nap, NULL));
    must(times(&now));
    ok(now.tms_utime + now.tms_stime - start.tms_utime - start.tms_stime <= 15,
       "sleeping costs next to none");
    is(now.tms_cutime, 0, "no child was waited for");
    ok(times(&now) != -1, "the result is a time");
    return done();
}
