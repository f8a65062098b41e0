/* SPDX-License-Identifier: MIT */
/*
 * ITIMER_REAL kept the interval that came with a value of zero, which stops it:
 * getitimer then told of it. The two timers of CPU time do keep it, on Linux too.
 */
#include <sys/time.h>

#include "../tap.h"

static const struct {
    int which;
    const char *name;
    long seconds; /* of the interval, afterwards */
} timers[] = {
    {ITIMER_REAL, "ITIMER_REAL forgets the interval", 0},
    {ITIMER_VIRTUAL, "ITIMER_VIRTUAL keeps it", 10},
    {ITIMER_PROF, "ITIMER_PROF keeps it", 10},
};

int main(void)
{
    const struct itimerval stopped = {.it_interval = {10, 0}};
    struct itimerval now;
    size_t i;

    plan(3);
    for (i = 0; i < sizeof timers / sizeof *timers; i++) {
        setitimer(timers[i].which, &stopped, NULL);
        getitimer(timers[i].which, &now);
        ok(now.it_interval.tv_sec == timers[i].seconds &&
               now.it_value.tv_sec == 0 && now.it_value.tv_usec == 0,
           timers[i].name);
    }
    return done();
}
