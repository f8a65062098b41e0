/* SPDX-License-Identifier: MIT */
/*
 * System calls about time: reading clocks, setting them, sleeping.
 *
 * Times become nanoseconds; the work is done in time/.
 * Called by sys/dispatch.c and sys/variants.c in process context.
 * Read next: time/clock.c, sys/sys_timer.c.
 */
#include "sys/handler.h"
#include "time/clock.h"

/* ---- Reading clocks -------------------------------------------------------- */

long sys_gettimeofday(uaddr_t time, uaddr_t zone)
{
    static const int utc[2] = { 0, 0 };
    if (time && time_put(time, TIME_VAL, wall_clock_now_ns()) < 0)
        return -EFAULT;
    return zone ? user_put(zone, utc) : 0;
}

long sys_time(uaddr_t time)
{
    long seconds = (long)(wall_clock_now_ns() / NS_PER_SECOND);
    if (time && user_put(time, seconds) < 0)
        return -EFAULT;
    return seconds;
}

/* ---- Setting the wall clock ------------------------------------------------ */

static long wall_set(uint64_t ns)
{
    if (!cred_can(&this_proc()->cred, CAP_SYS_TIME))
        return -EPERM;
    if (ns < clock_now_ns())
        return -EINVAL; /* 1970 would be after the boot */
    clock_set_wall(ns);
    return 0;
}

long clock_set(int id, uaddr_t time, enum time_form form)
{
    struct clock clock;
    uint64_t ns;
    if (id > CLOCK_REALTIME)
        return -EINVAL;
    int error = time_get(time, form, &ns);
    if (id < 0 && error != -EFAULT) /* CPU time cannot be set */
        error = clock_find(id, &clock) < 0 ? -EINVAL : -EPERM;
    return error < 0 ? error : wall_set(ns);
}

/* The time zone is the C library's matter. */
long sys_settimeofday(uaddr_t time, uaddr_t zone)
{
    (void)zone;
    if (!time)
        return cred_can(&this_proc()->cred, CAP_SYS_TIME) ? 0 : -EPERM;
    return clock_set(CLOCK_REALTIME, time, TIME_VAL);
}

/* ---- Sleeping --------------------------------------------------------------- */

/* Which clocks may be slept by: clock_nanosleep(2), EINVAL, EOPNOTSUPP. */
static int sleep_clock_find(int id, struct clock *clock)
{
    if (id == CLOCK_THREAD_CPUTIME_ID)
        return -EOPNOTSUPP;
    int error = clock_find_waitable(id, clock);
    return error == 0 && clock_id_is_thread(id) ? -EINVAL : error;
}

long clock_sleep_call(int id, int flags, uaddr_t request, uaddr_t remain,
                      enum time_form form)
{
    struct restart restart = { .resume = clock_sleep, .clock_id = id,
                               .is_absolute = flags & TIMER_ABSTIME,
                               .form = form, .remain = remain };
    struct clock clock;
    int error = sleep_clock_find(id, &clock);
    int time_error = time_get(request, form, &restart.until_ns);
    /* Whose clock a negative number is, is asked last. */
    if (time_error < 0 && (error == 0 || (error == -EINVAL && id < 0)))
        error = time_error;
    if (error < 0)
        return error;
    if (!restart.is_absolute) {
        /* So long from now, whatever is made of the wall clock meanwhile. */
        if (clock.base == CLOCK_BASE_WALL) {
            restart.clock_id = CLOCK_MONOTONIC;
            clock.base = CLOCK_BASE_BOOT;
        }
        restart.until_ns = MIN(restart.until_ns + clock_read(&clock), NS_NEVER);
    }
    return clock_sleep(&restart);
}
