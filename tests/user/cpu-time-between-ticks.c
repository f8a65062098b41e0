/* SPDX-License-Identifier: MIT */
/*
 * A process that computes only between the clock's ticks is charged for it all the
 * same: times(2) counts what it used, not where a tick found it.
 */
#include "tap.h"
#include <time.h>

enum { BURSTS = 30, MS = 1000000, BURST_NS = 6 * MS, TRY_NS = 200 * MS };

static long long read_ns(clockid_t clock)
{
    struct timespec now;

    clock_gettime(clock, &now);
    return now.tv_sec * 1000000000LL + now.tv_nsec;
}

static long long compute_ns(unsigned long rounds)
{
    long long start = read_ns(CLOCK_MONOTONIC);

    for (volatile unsigned long i = 0; i < rounds; i++)
        continue;
    return read_ns(CLOCK_MONOTONIC) - start;
}

/* How many rounds take BURST_NS, by a run of many ticks: that is charged rightly
 * even by a kernel which charges by where its ticks find a process. */
static unsigned long rounds_per_burst(void)
{
    unsigned long rounds = 100000;

    for (;; rounds *= 2) {
        long long took = read_ns(CLOCK_PROCESS_CPUTIME_ID);

        compute_ns(rounds);
        took = read_ns(CLOCK_PROCESS_CPUTIME_ID) - took;
        if (took >= TRY_NS)
            return (unsigned long)((long long)rounds * BURST_NS / took);
    }
}

/* Until a tick has just gone by, or a little longer. */
static void sleep_briefly(void)
{
    const struct timespec wait = { 0, MS };

    nanosleep(&wait, NULL);
}

int main(void)
{
    unsigned long rounds = rounds_per_burst();
    long long charged, passed = 0;

    plan(2);
    sleep_briefly();
    charged = read_ns(CLOCK_PROCESS_CPUTIME_ID);
    for (int i = 0; i < BURSTS; i++) {
        passed += compute_ns(rounds);
        sleep_briefly();
    }
    charged = read_ns(CLOCK_PROCESS_CPUTIME_ID) - charged;
    diag("computed for %lld us, charged %lld us", passed / 1000, charged / 1000);
    ok(charged >= BURSTS * (BURST_NS / 4), "it is charged for what it computed");
    ok(charged <= passed + BURSTS * MS, "and for no more");
    return done();
}
