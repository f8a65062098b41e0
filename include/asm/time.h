/* SPDX-License-Identifier: MIT */
/* Times and clocks: clock_gettime(2), gettimeofday(2), times(2). */
#pragma once

#include <asm/types.h>

typedef long time_t;

struct timespec {
    time_t tv_sec;
    long tv_nsec;
};

/* The 64-bit form used by the *_time64 calls. */
struct timespec64 {
    long long tv_sec;
    long long tv_nsec;
};

struct itimerspec {
    struct timespec it_interval;
    struct timespec it_value;
};

struct timeval {
    time_t tv_sec;
    suseconds_t tv_usec;
};

struct itimerval {
    struct timeval it_interval;
    struct timeval it_value;
};

#define ITIMER_REAL 0
#define ITIMER_VIRTUAL 1
#define ITIMER_PROF 2
#define ALARMS 3

struct tms {
    clock_t tms_utime;
    clock_t tms_stime;
    clock_t tms_cutime;
    clock_t tms_cstime;
};

#define CLOCK_REALTIME 0
#define CLOCK_MONOTONIC 1
#define CLOCK_PROCESS_CPUTIME_ID 2
#define CLOCK_THREAD_CPUTIME_ID 3
#define CLOCK_MONOTONIC_RAW 4
#define CLOCK_REALTIME_COARSE 5
#define CLOCK_MONOTONIC_COARSE 6
#define CLOCK_BOOTTIME 7
#define CLOCK_TAI 11

#define TIMER_ABSTIME 1

/* timerfd_create(2), timerfd_settime(2); the other flags are O_*. */
#define TFD_TIMER_ABSTIME 1
#define TFD_TIMER_CANCEL_ON_SET 2

/* utimensat(2): values of tv_nsec. */
#define UTIME_NOW 0x3fffffff
#define UTIME_OMIT 0x3ffffffe
