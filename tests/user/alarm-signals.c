/* SPDX-License-Identifier: MIT */
/*
 * alarm() sends SIGALRM after whole seconds; a new one replaces the old,
 * whose rest it returns; 0 stops it (alarm(2)).
 */
#include "tap.h"

#include <sys/time.h>

static volatile sig_atomic_t caught;

/* Comes again: the first may come before pause() has begun. */
static void on_alarm(int sig)
{
    caught = sig;
    alarm(1);
}

/* Is LEFT what an alarm of SET seconds has left, set at START or later? */
static bool is_rest(long left, long set, long long start)
{
    return left <= set && left >= set - 1 - (now_ms() - start) / 1000;
}

static int child_pauses_with_alarm(void *unused)
{
    handle(SIGALRM, SIG_DFL, 0);
    alarm(1);
    return child_pauses(unused);
}

/* What alarm() tells of 10.9 seconds, if it is asked soon enough. */
static unsigned rest_of_nearly_eleven(void)
{
    const struct itimerval time = {{0, 0}, {10, 900000}};

    must(setitimer(ITIMER_REAL, &time, NULL));
    return alarm(0);
}

int main(void)
{
    long long start;
    long took;

    plan(9);
    handle(SIGALRM, on_alarm, 0);
    start = now_ms();
    is(alarm(100), 0, "none was set");
    ok(is_rest(alarm(50), 100, start), "100 s were left");
    ok(is_rest(alarm(0), 50, start), "50 s were left, and it is stopped");
    is(alarm(0), 0, "so none is left");
    ok(wait_until(rest_of_nearly_eleven() == 11), "the rest is rounded");
    start = now_ms();
    alarm(1);
    fails(pause(), EINTR, "pause returns after a second");
    alarm(0);
    took = (long)(now_ms() - start);
    if (!ok(took >= 990, "not earlier"))
        diag("%ld ms", took);
    is(caught, SIGALRM, "by SIGALRM");
    ok(killed_by(child_run(child_pauses_with_alarm, NULL), SIGALRM),
       "whose default ends the process");
    return done();
}
