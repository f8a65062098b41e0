/* SPDX-License-Identifier: MIT */
/* Clocks and calendar: time.h(0p).  Local time is UTC. */
#pragma once

#include <stddef.h>
#include <sys/types.h>
#include <asm/time.h>

#define CLOCKS_PER_SEC 1000000L

struct tm {
    int tm_sec;
    int tm_min;
    int tm_hour;
    int tm_mday;
    int tm_mon;  /* 0 is January */
    int tm_year; /* since 1900 */
    int tm_wday; /* 0 is Sunday */
    int tm_yday;
    int tm_isdst;
};

time_t time(time_t *now);
clock_t clock(void);
double difftime(time_t later, time_t earlier);
int nanosleep(const struct timespec *request, struct timespec *remain);
int clock_gettime(clockid_t clock, struct timespec *now);
int clock_getres(clockid_t clock, struct timespec *resolution);
int clock_settime(clockid_t clock, const struct timespec *now);
/* Returns an error number, and does not set errno. */
int clock_nanosleep(clockid_t clock, int flags, const struct timespec *request,
                    struct timespec *remain);
int clock_getcpuclockid(pid_t pid, clockid_t *clock);

struct sigevent;
int timer_create(clockid_t clock, struct sigevent *restrict event,
                 timer_t *restrict timer);
int timer_delete(timer_t timer);
int timer_settime(timer_t timer, int flags,
                  const struct itimerspec *restrict value,
                  struct itimerspec *restrict old);
int timer_gettime(timer_t timer, struct itimerspec *value);
int timer_getoverrun(timer_t timer);

struct tm *gmtime(const time_t *t);
struct tm *gmtime_r(const time_t *restrict t, struct tm *restrict tm);
struct tm *localtime(const time_t *t);
struct tm *localtime_r(const time_t *restrict t, struct tm *restrict tm);
time_t mktime(struct tm *tm);
time_t timegm(struct tm *tm);
char *asctime(const struct tm *tm);
char *asctime_r(const struct tm *restrict tm, char *restrict buf);
char *ctime(const time_t *t);
size_t strftime(char *restrict buf, size_t size, const char *restrict format,
                const struct tm *restrict tm)
    __attribute__((format(strftime, 3, 0)));
