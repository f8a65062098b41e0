/* SPDX-License-Identifier: MIT */
/*
 * System calls about timers: alarm, setitimer, and the POSIX timers.
 *
 * Each variant converts its times to nanoseconds; the work is done in time/.
 * Called by sys/dispatch.c in process context.
 * Read next: time/itimer.c, time/ptimer.c.
 */
#include <asm/signal.h>
#include <asm/time.h>
#include <tine/errno.h>

#include "mm/usercopy.h"
#include "proc/proc.h"
#include "sys/sys.h"
#include "time/ptimer.h"
#include "time/timespec.h"

/* ---- The three of each process -------------------------------------------- */

static struct itimerval itimerval_of(const struct itimer_value *value)
{
    /* What is set must not show as 0, which means stopped. */
    return (struct itimerval){
        .it_interval = timeval_of_ns(value->interval_ns),
        .it_value = timeval_of_ns(value->left_ns + NS_PER_US - 1),
    };
}

static bool alarm_is_known(int which)
{
    return which >= 0 && which < ALARMS;
}

long sys_getitimer(int which, uaddr_t now)
{
    if (!alarm_is_known(which))
        return -EINVAL;
    const struct itimer_value value = itimer_get(&this_proc()->alarms[which]);
    const struct itimerval it = itimerval_of(&value);
    return user_put(now, it);
}

long sys_setitimer(int which, uaddr_t new, uaddr_t old)
{
    struct itimerval it = { 0 }; /* without a new value it is stopped */
    struct itimer_value value;

    if (new && user_get(it, new) < 0)
        return -EFAULT;
    if (timeval_to_ns(&it.it_value, &value.left_ns) < 0 ||
        timeval_to_ns(&it.it_interval, &value.interval_ns) < 0 ||
        !alarm_is_known(which))
        return -EINVAL;
    struct itimer *alarm = &this_proc()->alarms[which];
    const struct itimer_value before = itimer_get(alarm);
    itimer_set(alarm, &alarm->clock, &value, false);
    it = itimerval_of(&before);
    return old ? user_put(old, it) : 0;
}

/* Seconds that were left are rounded to the nearest, but never to 0. */
long sys_alarm(unsigned int seconds)
{
    struct itimer *alarm = &this_proc()->alarms[ITIMER_REAL];
    const struct itimer_value before = itimer_get(alarm);
    const struct itimer_value value = { .left_ns = (uint64_t)seconds *
                                                   NS_PER_SECOND };
    itimer_set(alarm, &alarm->clock, &value, false);
    if (before.left_ns == 0)
        return 0;
    return MAX(1, (long)((before.left_ns + NS_PER_SECOND / 2) / NS_PER_SECOND));
}

/* ---- POSIX timers ---------------------------------------------------------- */

long sys_timer_create(int clock_id, uaddr_t event, uaddr_t id)
{
    struct clock clock;
    struct sigevent ev;

    if (event && user_get(ev, event) < 0)
        return -EFAULT;
    int result = clock_find_waitable(clock_id, &clock);
    if (result == 0)
        result = ptimer_create(&clock, event ? &ev : NULL);
    if (result < 0)
        return result;
    if (user_put(id, result) == 0)
        return 0;
    ptimer_delete(ptimer_find(result));
    return -EFAULT;
}

static long ptimer_put(uaddr_t to, bool is_wide,
                       const struct itimer_value *value)
{
    return itimerspec_put(to, is_wide, value->interval_ns, value->left_ns);
}

static long timer_get_common(int id, uaddr_t now, bool is_wide)
{
    const struct ptimer *t = ptimer_find(id);
    if (!t)
        return -EINVAL;
    const struct itimer_value value = itimer_get(&t->it);
    return ptimer_put(now, is_wide, &value);
}

static long timer_set_common(int id, int flags, uaddr_t new, uaddr_t old,
                             bool is_wide)
{
    struct itimer_value value;

    if (!new)
        return -EINVAL;
    int error = itimerspec_get(new, is_wide, &value.interval_ns, &value.left_ns);
    if (error < 0)
        return error;
    struct ptimer *t = ptimer_find(id);
    if (!t)
        return -EINVAL;
    const struct itimer_value before = itimer_get(&t->it);
    ptimer_set(t, &value, flags & TIMER_ABSTIME);
    return old ? ptimer_put(old, is_wide, &before) : 0;
}

long sys_timer_gettime(int id, uaddr_t now)
{
    return timer_get_common(id, now, false);
}

long sys_timer_gettime64(int id, uaddr_t now)
{
    return timer_get_common(id, now, true);
}

long sys_timer_settime(int id, int flags, uaddr_t new, uaddr_t old)
{
    return timer_set_common(id, flags, new, old, false);
}

long sys_timer_settime64(int id, int flags, uaddr_t new, uaddr_t old)
{
    return timer_set_common(id, flags, new, old, true);
}

long sys_timer_getoverrun(int id)
{
    const struct ptimer *t = ptimer_find(id);
    return t ? ptimer_overrun(t) : -EINVAL;
}

long sys_timer_delete(int id)
{
    struct ptimer *t = ptimer_find(id);
    if (!t)
        return -EINVAL;
    ptimer_delete(t);
    return 0;
}
