/* SPDX-License-Identifier: MIT */
/*
 * What the programs for experiments have in common: dodge, latency and work, which
 * measure, procrun and forktree, which do OSTEP's homework.
 *
 * Times are in nanoseconds, one number each: they can be added and compared.
 */
#include <err.h>
#include <errno.h>
#include <measure.h>
#include <stdlib.h>

#define MS_PER_S     1000
#define NS_PER_MS    1000000
#define NS_PER_S     1000000000LL
#define STATUS_USAGE 2

long long clock_ns(clockid_t clock)
{
    struct timespec now;

    clock_gettime(clock, &now);
    return (long long)now.tv_sec * NS_PER_S + now.tv_nsec;
}

void sleep_ms(long ms)
{
    struct timespec left = {
        .tv_sec = (time_t)(ms / MS_PER_S),
        .tv_nsec = ms % MS_PER_S * NS_PER_MS,
    };

    while (nanosleep(&left, &left) < 0)
        continue;
}

long number_read(const char *text, long least)
{
    char *end;
    long value;

    errno = 0;
    value = strtol(text, &end, 10);
    if (end == text || *end || errno || value < least)
        errx(STATUS_USAGE, "%s: not a number of %ld or more", text, least);
    return value;
}
