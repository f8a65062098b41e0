/* SPDX-License-Identifier: MIT */
/*
 * latency [-c COUNT] [-i MS]: how late a process is woken that waits for a time.
 *
 * Sleeps COUNT (50) times for MS (20) milliseconds and prints in microseconds how much
 * later than asked it ran again: the least, the mean and the most.  So one sees how
 * long a program that a person types at is kept waiting by programs that compute.
 * Exit status: 0, or 2 for wrong usage.
 */
#include <measure.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#define COUNT_DEFAULT 50
#define MS_DEFAULT 20
#define NS_PER_MS 1000000
#define NS_PER_US 1000
#define STATUS_USAGE 2

/* Sleeps for MS milliseconds. Returns: how much longer it took, in microseconds. */
static long sleep_late(long ms)
{
    long long due = clock_ns(CLOCK_MONOTONIC) + (long long)ms * NS_PER_MS;

    sleep_ms(ms);
    return (long)((clock_ns(CLOCK_MONOTONIC) - due) / NS_PER_US);
}

int main(int argc, char *argv[])
{
    long count = COUNT_DEFAULT, ms = MS_DEFAULT;
    long least = 0, most = 0;
    long long sum = 0;
    int c;

    while ((c = getopt(argc, argv, "c:i:")) != -1) {
        if (c == '?')
            break;
        *(c == 'c' ? &count : &ms) = number_read(optarg, 1);
    }
    if (c != -1 || optind < argc) {
        fprintf(stderr, "usage: latency [-c count] [-i milliseconds]\n");
        return STATUS_USAGE;
    }
    for (long i = 0; i < count; i++) {
        long late = sleep_late(ms);

        least = i == 0 || late < least ? late : least;
        most = late > most ? late : most;
        sum += late;
    }
    printf("late by least %ld, mean %ld, most %ld us\n", least,
           (long)(sum / count), most);
    return 0;
}
