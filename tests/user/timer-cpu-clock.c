/* SPDX-License-Identifier: MIT */
/*
 * A timer on a process's CPU clock runs only while the process does
 * (timer_create(2)).
 */
#include "tap.h"

static volatile sig_atomic_t caught;

static void on_alarm(int sig)
{
    (void)sig;
    caught++;
}

int main(void)
{
    const struct itimerspec value = {{0, 30000000}, {0, 50000000}};
    const struct timespec nap = {0, 200000000};
    struct itimerspec left;
    timer_t timer;

    plan(4);
    handle(SIGALRM, on_alarm, 0);
    must(timer_create(CLOCK_PROCESS_CPUTIME_ID, NULL, &timer));
    must(timer_settime(timer, 0, &value, NULL));
    must(nanosleep(&nap, NULL));
    is(caught, 0, "sleeping does not move it");
    must(timer_gettime(timer, &left));
    ok(left.it_value.tv_nsec > 0 && left.it_value.tv_nsec <= 60000000,
       "time is left");
    while (caught < 3)
        continue;
    ok(clock() >= 70000, "computing does");
    is(timer_delete(timer), 0, "deleted");
    return done();
}
