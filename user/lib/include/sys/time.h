/* SPDX-License-Identifier: MIT */
/* Time of day and interval timers: gettimeofday(2), setitimer(2). */
#pragma once

#include <sys/types.h>
#include <asm/time.h>

int utimes(const char *path, const struct timeval times[2]);
int lutimes(const char *path, const struct timeval times[2]);
int futimes(int fd, const struct timeval times[2]);
int futimesat(int dirfd, const char *path, const struct timeval times[2]);
int gettimeofday(struct timeval *restrict tv, void *restrict zone);
int settimeofday(const struct timeval *tv, const void *zone);
int getitimer(int which, struct itimerval *value);
int setitimer(int which, const struct itimerval *restrict value,
              struct itimerval *restrict old);

#define timerclear(tv) ((tv)->tv_sec = (tv)->tv_usec = 0)
#define timerisset(tv) ((tv)->tv_sec || (tv)->tv_usec)
#define timercmp(a, b, op)                                    \
    ((a)->tv_sec == (b)->tv_sec ? (a)->tv_usec op(b)->tv_usec \
                                : (a)->tv_sec op(b)->tv_sec)
