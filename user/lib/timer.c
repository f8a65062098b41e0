/* SPDX-License-Identifier: MIT */
/*
 * Timers: alarm(2), setitimer(2), and the POSIX timers of timer_create(2).
 *
 * A timer_t is the kernel's number. SIGEV_THREAD needs threads, so it is EINVAL.
 * Read next: kernel/time/itimer.h.
 */
#include <errno.h>
#include <signal.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>
#include "sys.h"

#define USEC_PER_SEC 1000000

unsigned int alarm(unsigned int seconds)
{
    return (unsigned int)sys_alarm(seconds);
}

int getitimer(int which, struct itimerval *value)
{
    return (int)syscall_result(sys_getitimer(which, value));
}

int setitimer(int which, const struct itimerval *restrict value,
              struct itimerval *restrict old)
{
    return (int)syscall_result(sys_setitimer(which, value, old));
}

static struct timeval timeval_of(useconds_t microseconds)
{
    return (struct timeval){
        .tv_sec = (time_t)(microseconds / USEC_PER_SEC),
        .tv_usec = (suseconds_t)(microseconds % USEC_PER_SEC),
    };
}

useconds_t ualarm(useconds_t microseconds, useconds_t interval)
{
    const struct itimerval new = {timeval_of(interval),
                                  timeval_of(microseconds)};
    struct itimerval old;

    if (setitimer(ITIMER_REAL, &new, &old) < 0)
        return (useconds_t)-1;
    return (useconds_t)old.it_value.tv_sec * USEC_PER_SEC +
           (useconds_t)old.it_value.tv_usec;
}

int timer_create(clockid_t clock, struct sigevent *restrict event,
                 timer_t *restrict timer)
{
    if (event && event->sigev_notify == SIGEV_THREAD) {
        errno = EINVAL;
        return -1;
    }
    return (int)syscall_result(sys_timer_create(clock, event, timer));
}

int timer_delete(timer_t timer)
{
    return (int)syscall_result(sys_timer_delete(timer));
}

int timer_settime(timer_t timer, int flags,
                  const struct itimerspec *restrict value,
                  struct itimerspec *restrict old)
{
    return (int)syscall_result(sys_timer_settime(timer, flags, value, old));
}

int timer_gettime(timer_t timer, struct itimerspec *value)
{
    return (int)syscall_result(sys_timer_gettime(timer, value));
}

int timer_getoverrun(timer_t timer)
{
    return (int)syscall_result(sys_timer_getoverrun(timer));
}
