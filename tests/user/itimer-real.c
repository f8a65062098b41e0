/* SPDX-License-Identifier: MIT */
/*
 * setitimer(ITIMER_REAL) sends SIGALRM after the time and then at each interval,
 * never early; alarm() is the same timer (setitimer(2)).
 */
#include "tap.h"

#include "raw.h"
#include <sys/time.h>

static volatile sig_atomic_t caught;

static void on_alarm(int sig)
{
    (void)sig;
    caught++;
}

static void wait_for_signals(int count)
{
    sigset_t none;

    sigemptyset(&none);
    while (caught < count)
        sigsuspend(&none);
}

static void check_errors(void)
{
    static const struct itimerval bad[] = {
        {{0, 0}, {-1, 0}}, {{0, 0}, {0, -1}},
        {{0, 0}, {0, 1000000}}, {{0, 1000000}, {0, 0}},
    };
    struct itimerval it = {{0, 0}, {0, 0}};

    for (int i = 0; i < 4; i++)
        fails(setitimer(ITIMER_REAL, &bad[i], NULL), EINVAL, "no such time");
    fails(setitimer(3, &it, NULL), EINVAL, "no such timer");
    fails(getitimer(-1, &it), EINVAL, "no such timer");
    is(raw_call(SYS_getitimer, ITIMER_REAL, 1, 0), -EFAULT, "bad pointer");
}

int main(void)
{
    struct itimerval it = {{0, 20000}, {0, 50000}}, old;
    long long start = now_ms();

    plan(18);
    handle(SIGALRM, on_alarm, 0);
    mask_one(SIG_BLOCK, SIGALRM);
    is(setitimer(ITIMER_REAL, &it, &old), 0, "50 ms, then every 20 ms");
    is(old.it_value.tv_sec + old.it_value.tv_usec, 0, "there was none");
    wait_for_signals(1);
    ok(now_ms() - start >= 50, "the first is not early");
    wait_for_signals(4);
    ok(now_ms() - start >= 110, "nor is the fourth");
    must(getitimer(ITIMER_REAL, &it));
    ok(it.it_value.tv_sec == 0 && it.it_value.tv_usec <= 20000 &&
       it.it_value.tv_usec > 0, "less than an interval is left");
    is(it.it_interval.tv_usec, 20000, "the interval is told");
    is(raw_call(SYS_setitimer, ITIMER_REAL, 0, (long)&old), 0, "NULL");
    must(getitimer(ITIMER_REAL, &it));
    ok(it.it_value.tv_usec == 0 && it.it_interval.tv_usec == 0, "stops it");
    it = (struct itimerval){{0, 0}, {100, 0}};
    must(setitimer(ITIMER_REAL, &it, NULL));
    ok(alarm(0) >= 50, "alarm() knows of it");
    must(setitimer(ITIMER_REAL, &(struct itimerval){{0, 0}, {50, 0}}, &old));
    is(old.it_value.tv_sec, 0, "and has stopped it");
    ok(ualarm(0, 0) > 1000000, "ualarm too");
    check_errors();
    return done();
}
