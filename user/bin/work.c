/* SPDX-License-Identifier: MIT */
/*
 * work [-c COUNT] [-t TICKETS] MS [SLEEP_MS]: a job of a known length.
 *
 * Uses the CPU for MS milliseconds, of its own CPU time, however often it has to wait
 * for it in between; then sleeps for SLEEP_MS, as one who waits for a device or a
 * person; and that COUNT times (1).  -t gives it TICKETS for the lottery and stride.
 * So the policies can be compared by what they make of one and the same work.
 * Exit status: 0, 1 without /proc/self/tickets, 2 for wrong usage.
 */
#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#define LOOPS 1000          /* between two looks at the clock: some 0.1 ms */
#define MS_PER_S 1000
#define NS_PER_MS 1000000
#define NS_PER_S 1000000000LL
#define STATUS_USAGE 2

static long long cpu_ns(void)
{
    struct timespec used;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    return (long long)used.tv_sec * NS_PER_S + used.tv_nsec;
}

static void compute(long ms)
{
    long long end = cpu_ns() + (long long)ms * NS_PER_MS;

    while (cpu_ns() < end)
        for (volatile int i = 0; i < LOOPS; i++)
            continue;
}

static void sleep_ms(long ms)
{
    struct timespec left = {
        .tv_sec = (time_t)(ms / MS_PER_S),
        .tv_nsec = ms % MS_PER_S * NS_PER_MS,
    };

    while (ms > 0 && nanosleep(&left, &left) < 0)
        continue;
}

static void take_tickets(long tickets)
{
    FILE *file = fopen("/proc/self/tickets", "w");

    if (!file || fprintf(file, "%ld\n", tickets) < 0 || fclose(file) != 0)
        err(1, "/proc/self/tickets");
}

static long number(const char *text)
{
    char *end;
    long value = strtol(text, &end, 10);

    if (end == text || *end || value < 0)
        errx(STATUS_USAGE, "%s: not a number", text);
    return value;
}

static int usage(void)
{
    fprintf(stderr, "usage: work [-c count] [-t tickets] ms [sleep_ms]\n");
    return STATUS_USAGE;
}

int main(int argc, char *argv[])
{
    long count = 1, tickets = 0, sleep = 0;
    int c;

    while ((c = getopt(argc, argv, "c:t:")) != -1) {
        if (c == '?')
            return usage();
        *(c == 'c' ? &count : &tickets) = number(optarg);
    }
    if (optind + 1 != argc && optind + 2 != argc)
        return usage();
    long ms = number(argv[optind]);
    if (optind + 2 == argc)
        sleep = number(argv[optind + 1]);
    if (tickets > 0)
        take_tickets(tickets);
    for (; count > 0; count--) {
        compute(ms);
        sleep_ms(sleep);
    }
    return 0;
}
