/* SPDX-License-Identifier: MIT */
/*
 * timer_settime() takes a time from now or of the clock, tells what was left,
 * and 0 stops the timer (timer_settime(2)).
 */
#include "tap.h"

#include "raw.h"

static sig_atomic_t volatile caught;

static void on_alarm(int sig)
{
    (void)sig;
    caught++;
}

static void wait_for_one(void)
{
    sigset_t none;

    sigemptyset(&none);
    while (caught == 0)
        sigsuspend(&none);
    caught = 0;
}

static void check_absolute(clockid_t clock)
{
    struct itimerspec value = {{0, 0}, {0, 0}}, left;
    struct timespec now;
    timer_t timer;

    must(timer_create(clock, NULL, &timer));
    must(clock_gettime(clock, &value.it_value));
    value.it_value.tv_sec += 100;
    must(timer_settime(timer, TIMER_ABSTIME, &value, NULL));
    must(timer_gettime(timer, &left));
    ok(left.it_value.tv_sec <= 100 && left.it_value.tv_sec >= 50,
       "a time of the clock: the difference is left");
    must(clock_gettime(clock, &value.it_value));
    value.it_value.tv_nsec += 60000000;
    if (value.it_value.tv_nsec >= 1000000000) {
        value.it_value.tv_nsec -= 1000000000;
        value.it_value.tv_sec++;
    }
    must(timer_settime(timer, TIMER_ABSTIME, &value, NULL));
    wait_for_one();
    must(clock_gettime(clock, &now));
    ok(now.tv_sec > value.it_value.tv_sec ||
       (now.tv_sec == value.it_value.tv_sec &&
        now.tv_nsec >= value.it_value.tv_nsec), "it is not early");
    must(timer_settime(timer, TIMER_ABSTIME, &value, NULL));
    wait_for_one();
    ok(true, "a time that has passed: at once");
    must(timer_delete(timer));
}

int main(void)
{
    struct itimerspec value = {{7, 8}, {1000, 0}}, old;
    long long wide[4] = {0, 0, 500, 0};
    timer_t timer;

    plan(14);
    handle(SIGALRM, on_alarm, 0);
    mask_one(SIG_BLOCK, SIGALRM);
    must(timer_create(CLOCK_MONOTONIC, NULL, &timer));
    must(timer_gettime(timer, &old));
    is(old.it_value.tv_sec + old.it_value.tv_nsec, 0, "a new one is stopped");
    must(timer_settime(timer, 0, &value, NULL));
    must(timer_gettime(timer, &old));
    ok(old.it_value.tv_sec >= 900 && old.it_value.tv_sec <= 1000, "time left");
    ok(old.it_interval.tv_sec == 7 && old.it_interval.tv_nsec == 8, "interval");
    value = (struct itimerspec){{0, 0}, {0, 0}};
    must(timer_settime(timer, 0, &value, &old));
    ok(old.it_value.tv_sec >= 900, "a new time tells of the old");
    must(timer_gettime(timer, &old));
    is(old.it_value.tv_sec + old.it_value.tv_nsec, 0, "0 stops it");
    check_absolute(CLOCK_MONOTONIC);
    check_absolute(CLOCK_REALTIME);
    is(raw_call(SYS_timer_gettime64, timer, (long)wide, 0), 0, "64 bits wide");
    is((long)(wide[2] + wide[3]), 0, "it is stopped there too");
    is(timer_delete(timer), 0, "timer_delete");
    return done();
}
