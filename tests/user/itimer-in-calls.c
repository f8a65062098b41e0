/* SPDX-License-Identifier: MIT */
/*
 * A program that does nothing but make system calls is charged for its time,
 * also in user mode: all its timers expire (setitimer(2), times(2)).
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

static void check(int which, int sig, void (*call)(void), const char *what)
{
    const struct itimerval value = {{0, 0}, {0, 20000}};

    handle(sig, on_signal, 0);
    caught = 0;
    must(setitimer(which, &value, NULL));
    while (caught == 0)
        call();
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
