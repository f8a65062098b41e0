/* SPDX-License-Identifier: MIT */
/*
 * alarm() sends SIGALRM after whole seconds; a new one replaces the old,
 * whose rest it returns; 0 stops it (alarm(2)).
 */
#include "tap.h"

static volatile sig_atomic_t caught;

static void on_alarm(int sig)
{
    caught = sig;
}

static int child_pauses_with_alarm(void *unused)
{
    handle(SIGALRM, SIG_DFL, 0);
    alarm(1);
    return child_pauses(unused);
}

int main(void)
{
    long long start;
    long took;

    plan(7);
    handle(SIGALRM, on_alarm, 0);
    is(alarm(100), 0, "none was set");
    is(alarm(50), 100, "100 s were left");
    is(alarm(0), 50, "50 s were left, and it is stopped");
    start = now_ms();
    alarm(1);
    fails(pause(), EINTR, "pause returns after a second");
    took = (long)(now_ms() - start);
    if (!ok(took >= 990 && took < 20000, "not earlier"))
        diag("%ld ms", took);
    is(caught, SIGALRM, "by SIGALRM");
    ok(killed_by(child_run(child_pauses_with_alarm, NULL), SIGALRM),
       "whose default ends the process");
    return done();
}
