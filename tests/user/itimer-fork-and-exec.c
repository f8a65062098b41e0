/* SPDX-License-Identifier: MIT */
/*
 * An interval timer goes on through exec, and is not inherited by a child; POSIX
 * timers neither survive exec nor are inherited (setitimer(2), timer_create(2)).
 */
#include "tap.h"

#include <sys/time.h>

static const struct itimerval long_time = {{0, 0}, {1000, 0}};

static int child_has_none(void *timer)
{
    struct itimerval now;
    struct itimerspec spec;

    expect(getitimer(ITIMER_REAL, &now) == 0);
    expect(now.it_value.tv_sec == 0 && now.it_value.tv_usec == 0);
    expect(timer_gettime(*(timer_t *)timer, &spec) == -1 && errno == EINVAL);
    expect(timer_create(CLOCK_MONOTONIC, NULL, timer) == 0);
    return *(timer_t *)timer;
}

static int child_executes(void *self)
{
    timer_t timer;

    expect(setitimer(ITIMER_REAL, &long_time, NULL) == 0);
    expect(timer_create(CLOCK_MONOTONIC, NULL, &timer) == 0);
    execl(self, self, "executed", NULL);
    return TAP_CHILD_FAILED;
}

/* The program that the second child becomes. */
static int after_exec(void)
{
    struct itimerval now;
    struct itimerspec spec;

    expect(getitimer(ITIMER_REAL, &now) == 0);
    expect(now.it_value.tv_sec > 900);
    expect(timer_gettime(0, &spec) == -1 && errno == EINVAL);
    return 0;
}

int main(int argc, char **argv)
{
    timer_t timer;

    if (argc > 1)
        return after_exec();
    plan(4);
    must(setitimer(ITIMER_REAL, &long_time, NULL));
    must(timer_create(CLOCK_MONOTONIC, NULL, &timer));
    is(timer, 0, "the first timer is number 0");
    must(timer_create(CLOCK_MONOTONIC, NULL, &timer));
    is(timer, 1, "the second 1");
    ok(exited_with(child_run(child_has_none, &timer), 0),
       "a child has none, and begins with 0");
    ok(exited_with(child_run(child_executes, argv[0]), 0),
       "exec keeps interval timers and deletes POSIX timers");
    return done();
}
