/* SPDX-License-Identifier: MIT */
/*
 * latency [-c COUNT] [-i MS]: how late a process is woken that waits for a time.
 *
 * Sleeps COUNT (50) times for MS (20) milliseconds and prints in microseconds how much
 * later than asked it ran again: the least, the mean and the most.  So one sees how
 * long a program that a person types at is kept waiting by programs that compute.
 * Exit status: 0, or 2 for wrong usage.
 */
#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#define COUNT_DEFAULT 50
#define MS_DEFAULT 20
#define MS_PER_S 1000
#define NS_PER_MS 1000000
#define NS_PER_US 1000
#define NS_PER_S 1000000000LL
#define STATUS_USAGE 2

static long long now_ns(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (long long)now.tv_sec * NS_PER_S + now.tv_nsec;
}

/* Sleeps for MS milliseconds. Returns: how much longer it took, in microseconds. */
static long sleep_late(long ms)
{
    struct timespec wait = {
        .tv_sec = (time_t)(ms / MS_PER_S),
        .tv_nsec = ms % MS_PER_S * NS_PER_MS,
    };
    long long due = now_ns() + (long long)ms * NS_PER_MS;

    while (nanosleep(&wait, &wait) < 0)
        continue;
    return (long)((now_ns() - due) / NS_PER_US);
}

static long number(const char *text)
{
    char *end;
    long value = strtol(text, &end, 10);

    if (end == text || *end || value <= 0)
        errx(STATUS_USAGE, "%s: not a number above 0", text);
    return value;
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
        *(c == 'c' ? &count : &ms) = number(optarg);
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
