/* SPDX-License-Identifier: MIT */
/*
 * A program that asks for its time over and over is charged for it all the same: its
 * timers expire (setitimer(2), times(2)).
 */
#include "tap.h"

#include <sys/resource.h>
#include <sys/time.h>
#include <sys/times.h>

static volatile sig_atomic_t caught;

static void on_signal(int sig)
{
    (void)sig;
    caught++;
}

static void call_getrusage(void)
{
    struct rusage usage;

    must(getrusage(RUSAGE_SELF, &usage));
}

static void call_times(void)
{
    struct tms tms;

    must(times(&tms));
}

/* Computes, too: all ticks could find one that only calls in the kernel. */
static void compute(void)
{
    for (volatile int i = 0; i < 100000; i++)
        continue;
}

static void check(int which, int sig, void (*call)(void), const char *what)
{
    const struct itimerval value = {{0, 0}, {0, 20000}};

    handle(sig, on_signal, 0);
    caught = 0;
    must(setitimer(which, &value, NULL));
    while (caught == 0) {
        compute();
        call();
    }
    is(caught, 1, what);
}

int main(void)
{
    plan(4);
    check(ITIMER_VIRTUAL, SIGVTALRM, call_getrusage, "virtual, getrusage");
    check(ITIMER_VIRTUAL, SIGVTALRM, call_times, "virtual, times");
    check(ITIMER_PROF, SIGPROF, call_getrusage, "all time, getrusage");
    check(ITIMER_PROF, SIGPROF, call_times, "all time, times");
    return done();
}
