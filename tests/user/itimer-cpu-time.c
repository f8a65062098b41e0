/* SPDX-License-Identifier: MIT */
/*
 * ITIMER_VIRTUAL counts the time in user mode and sends SIGVTALRM, ITIMER_PROF
 * counts all CPU time and sends SIGPROF; a process that sleeps gets none
 * (setitimer(2)).
 */
#include "tap.h"

#include <sys/resource.h>
#include <sys/time.h>

enum { MS = 1000 };

static volatile sig_atomic_t caught;

static void on_signal(int sig)
{
    (void)sig;
    caught++;
}

static long used_us(bool with_system)
{
    struct rusage usage;

    must(getrusage(RUSAGE_SELF, &usage));
    return usage.ru_utime.tv_sec * 1000 * MS + usage.ru_utime.tv_usec +
           (with_system ? usage.ru_stime.tv_sec * 1000 * MS +
                              usage.ru_stime.tv_usec : 0);
}

/* Computes until so many signals came: no time is long enough to give up. */
static void burn_until(int count)
{
    while (caught < count)
        continue;
}

static void check(int which, int sig)
{
    const struct itimerval value = {{0, 30 * MS}, {0, 50 * MS}};
    const struct timespec nap = {0, 200 * 1000 * MS};
    struct itimerval left;
    long start = used_us(which == ITIMER_PROF);

    handle(sig, on_signal, SA_RESTART);
    caught = 0;
    is(setitimer(which, &value, NULL), 0, "50 ms, then every 30 ms");
    must(nanosleep(&nap, NULL));
    is(caught, 0, "sleeping does not count");
    must(getitimer(which, &left));
    ok(left.it_value.tv_usec > 0 && left.it_interval.tv_usec == 30 * MS,
       "some is left");
    burn_until(1);
    ok(used_us(which == ITIMER_PROF) - start >= 30 * MS, "computing does");
    burn_until(3);
    must(setitimer(which, &(struct itimerval){{0, 0}, {0, 0}}, &left));
    is(left.it_interval.tv_usec, 30 * MS, "again and again");
    must(getitimer(which, &left));
    is(left.it_value.tv_usec + left.it_interval.tv_usec, 0, "until stopped");
}

int main(void)
{
    plan(12);
    check(ITIMER_VIRTUAL, SIGVTALRM);
    check(ITIMER_PROF, SIGPROF);
    return done();
}
