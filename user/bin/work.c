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
#include <measure.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#define LOOPS 1000          /* between two looks at the clock: some 0.1 ms */
#define NS_PER_MS 1000000
#define STATUS_USAGE 2

static void compute(long ms)
{
    long long end = clock_ns(CLOCK_PROCESS_CPUTIME_ID) + (long long)ms * NS_PER_MS;

    while (clock_ns(CLOCK_PROCESS_CPUTIME_ID) < end)
        for (volatile int i = 0; i < LOOPS; i++)
            continue;
}

static void take_tickets(long tickets)
{
    FILE *file = fopen("/proc/self/tickets", "w");

    if (!file || fprintf(file, "%ld\n", tickets) < 0 || fclose(file) != 0)
        err(1, "/proc/self/tickets");
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
        *(c == 'c' ? &count : &tickets) = number_read(optarg, 0);
    }
    if (optind + 1 != argc && optind + 2 != argc)
        return usage();
    long ms = number_read(argv[optind], 0);
    if (optind + 2 == argc)
        sleep = number_read(argv[optind + 1], 0);
    if (tickets > 0)
        take_tickets(tickets);
    for (; count > 0; count--) {
        compute(ms);
        if (sleep > 0)
            sleep_ms(sleep);
    }
    return 0;
}
