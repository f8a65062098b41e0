/* SPDX-License-Identifier: MIT */
/*
 * dodge [-c COUNT] [-r MS]: a process that no clock tick ever finds on the CPU.
 *
 * It computes COUNT (100) times for MS (9) milliseconds and sleeps across the tick that
 * comes then.  A kernel that charges by ticks believes that it does nothing: so one
 * games a scheduler (OSTEP chapter 8).  It prints in microseconds how long it ran by its
 * own watch, and how long the kernel says that it did.
 * Exit status: 0, or 2 for wrong usage.
 */
#include <measure.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#define COUNT_DEFAULT 100
#define MS_DEFAULT 9
#define NAP_NS 500000
#define NS_PER_MS 1000000
#define NS_PER_US 1000
#define STATUS_USAGE 2

/* Computes for MS milliseconds. Returns: how many nanoseconds it was. */
static long long compute(long ms)
{
    long long begin = clock_ns(CLOCK_MONOTONIC), ran = 0;

    while (ran < (long long)ms * NS_PER_MS)
        ran = clock_ns(CLOCK_MONOTONIC) - begin;
    return ran;
}

int main(int argc, char *argv[])
{
    const struct timespec nap = { .tv_nsec = NAP_NS };
    long count = COUNT_DEFAULT, ms = MS_DEFAULT;
    long long ran = 0;
    int c;

    while ((c = getopt(argc, argv, "c:r:")) != -1) {
        if (c == '?')
            break;
        *(c == 'c' ? &count : &ms) = number_read(optarg, 1);
    }
    if (c != -1 || optind < argc) {
        fprintf(stderr, "usage: dodge [-c count] [-r milliseconds]\n");
        return STATUS_USAGE;
    }
    nanosleep(&nap, NULL);
    long long charged = clock_ns(CLOCK_PROCESS_CPUTIME_ID);
    for (long i = 0; i < count; i++) {
        ran += compute(ms);
        nanosleep(&nap, NULL);
    }
    charged = clock_ns(CLOCK_PROCESS_CPUTIME_ID) - charged;
    printf("ran %lld us, charged %lld us\n", ran / NS_PER_US, charged / NS_PER_US);
    return 0;
}
