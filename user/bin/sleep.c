/* SPDX-License-Identifier: MIT */
/*
 * sleep TIME...: waits for the sum of the times.
 *
 * A time is a number, also with a fraction, and may end in s, m, h or d.
 * While it waits the process is blocked and needs no CPU.
 * Exit status: 0, or 1 for wrong usage.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define NSEC_PER_SEC 1000000000
#define SECONDS_MAX  2147483647.0

static void usage(void)
{
    fprintf(stderr, "usage: sleep seconds[smhd]...\n");
    exit(1);
}

static double parse_time(const char *text)
{
    static const char units[] = "smhd";
    static const double seconds_of[] = {1, 60, 3600, 86400};
    char *end;
    double value = strtod(text, &end);
    const char *unit = *end ? strchr(units, *end) : units;

    /* No number at all is not >= 0 either. */
    if (end == text || unit == NULL || (*end && end[1]) || !(value >= 0)) {
        fprintf(stderr, "sleep: %s: not a time\n", text);
        exit(1);
    }
    return value * seconds_of[unit - units];
}

int main(int argc, char *argv[])
{
    struct timespec left;
    double seconds = 0;

    if (argc < 2)
        usage();
    for (int i = 1; i < argc; i++)
        seconds += parse_time(argv[i]);
    if (seconds > SECONDS_MAX)
        seconds = SECONDS_MAX;
    left.tv_sec = (time_t)seconds;
    left.tv_nsec = (long)((seconds - (double)left.tv_sec) * NSEC_PER_SEC);
    while (nanosleep(&left, &left) < 0)
        if (errno != EINTR) {
            perror("sleep");
            return 1;
        }
    return 0;
}
