/* SPDX-License-Identifier: MIT */
/*
 * System calls about timers: alarm, setitimer, and the POSIX timers.
 *
 * Times become nanoseconds; the work is done in time/.
 * Called by sys/dispatch.c and sys/variants.c in process context.
 * Read next: time/itimer.c, time/ptimer.c.
 */
#include "sys/handler.h"
#include "time/ptimer.h"

/* ---- The three of each process -------------------------------------------- */

struct itimer *alarm_find(int which)
{
    return which >= 0 && which < ALARMS ? &this_proc()->alarms[which] : NULL;
}

long itimer_show(const struct itimer *it, uaddr_t now, enum time_form form)
{
    if (!it)
        return -EINVAL;
    const struct itimer_value value = itimer_get(it);
    return itimer_value_put(now, form, &value);
}

long sys_setitimer(int which, uaddr_t new, uaddr_t old)
{
    struct itimer_value value = { 0 }; /* without a new value it is stopped */
    int error = new ? itimer_value_get(new, TIME_VAL, &value) : 0;
    if (error < 0)
        return error;
    struct itimer *alarm = alarm_find(which);
    if (!alarm)
        return -EINVAL;
    const struct itimer_value before = itimer_get(alarm);
    itimer_set(alarm, &alarm->clock, &value, false);
    return old ? itimer_value_put(old, TIME_VAL, &before) : 0;
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
    return (long)MAX(1, (before.left_ns + NS_PER_SECOND / 2) / NS_PER_SECOND);
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
        result = ptimer_create(clock_id, event ? &ev : NULL);
    if (result < 0)
        return result;
    if (user_put(id, result) == 0)
        return 0;
    ptimer_delete(ptimer_find(result));
    return -EFAULT;
}

long timer_set(int id, int flags, uaddr_t new, uaddr_t old, enum time_form form)
{
    struct itimer_value value;

    if (!new)
        return -EINVAL;
    int error = itimer_value_get(new, form, &value);
    if (error < 0)
        return error;
    struct ptimer *t = ptimer_find(id);
    if (!t)
        return -EINVAL;
    const struct itimer_value before = itimer_get(&t->it);
    error = ptimer_set(t, &value, flags & TIMER_ABSTIME);
    if (error < 0)
        return error;
    return old ? itimer_value_put(old, form, &before) : 0;
}
