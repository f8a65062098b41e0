/* SPDX-License-Identifier: MIT */
/*
 * Clocks and sleeping.
 *
 * Every "what time is it" goes through clock_gettime(2), every sleep through
 * nanosleep(2), which a signal handler ends early with the time left.
 * Read next: timer.c, calendar.c, kernel/sys/sys_time.c.
 */
#include <errno.h>
#include <sys/time.h>
#include <sys/times.h>
#include <time.h>
#include <unistd.h>
#include "sys.h"

#define NSEC_PER_USEC 1000
#define USEC_PER_SEC  1000000

int clock_gettime(clockid_t clock, struct timespec *now)
{
    return (int)syscall_result(sys_clock_gettime(clock, now));
}

int clock_getres(clockid_t clock, struct timespec *resolution)
{
    return (int)syscall_result(sys_clock_getres(clock, resolution));
}

int clock_settime(clockid_t clock, const struct timespec *now)
{
    return (int)syscall_result(sys_clock_settime(clock, now));
}

int clock_nanosleep(clockid_t clock, int flags, const struct timespec *request,
                    struct timespec *remain)
{
    return (int)-sys_clock_nanosleep(clock, flags, request, remain);
}

/* The kernel's number for a process's CPU clock: 2 is all its CPU time. */
int clock_getcpuclockid(pid_t pid, clockid_t *clock)
{
    struct timespec now;
    clockid_t id = ~pid * 8 + 2;

    if (sys_clock_gettime(id, &now) < 0)
        return ESRCH;
    *clock = pid ? id : CLOCK_PROCESS_CPUTIME_ID;
    return 0;
}

int settimeofday(const struct timeval *tv, const void *zone)
{
    (void)zone; /* obsolete: gettimeofday(2) */
    return (int)syscall_result(sys_settimeofday(tv, 0));
}

int gettimeofday(struct timeval *restrict tv, void *restrict zone)
{
    struct timespec now;

    (void)zone; /* obsolete: gettimeofday(2) */
    if (clock_gettime(CLOCK_REALTIME, &now) < 0)
        return -1;
    tv->tv_sec = now.tv_sec;
    tv->tv_usec = now.tv_nsec / NSEC_PER_USEC;
    return 0;
}

time_t time(time_t *now)
{
    struct timespec ts;

    if (clock_gettime(CLOCK_REALTIME, &ts) < 0)
        return -1;
    if (now)
        *now = ts.tv_sec;
    return ts.tv_sec;
}

clock_t clock(void)
{
    struct timespec used;

    if (clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used) < 0)
        return -1;
    return used.tv_sec * CLOCKS_PER_SEC + used.tv_nsec / NSEC_PER_USEC;
}

clock_t times(struct tms *buf)
{
    return (clock_t)syscall_result(sys_times(buf));
}

int nanosleep(const struct timespec *request, struct timespec *remain)
{
    return (int)syscall_result(sys_nanosleep(request, remain));
}

/* Returns the seconds left if a signal came first, rounded to the nearest. */
unsigned int sleep(unsigned int seconds)
{
    struct timespec left = {.tv_sec = (time_t)seconds, .tv_nsec = 0};

    if (nanosleep(&left, &left) == 0)
        return 0;
    return (unsigned int)left.tv_sec + (left.tv_nsec >= 500000000);
}

int usleep(useconds_t microseconds)
{
    struct timespec request = {
        .tv_sec = (time_t)(microseconds / USEC_PER_SEC),
        .tv_nsec = (long)(microseconds % USEC_PER_SEC) * NSEC_PER_USEC,
    };

    return nanosleep(&request, NULL);
}

double difftime(time_t later, time_t earlier)
{
    return (double)later - (double)earlier;
}
