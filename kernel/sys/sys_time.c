/* SPDX-License-Identifier: MIT */
/*
 * System calls about time: reading clocks, setting them, sleeping.
 *
 * Each variant converts its times to nanoseconds; the work is done in time/.
 * Called by sys/dispatch.c in process context.
 * Read next: time/clock.c, sys/sys_timer.c.
 */
#include <asm/time.h>
#include <tine/errno.h>

#include "mm/usercopy.h"
#include "proc/proc.h"
#include "sys/sys.h"
#include "time/clock.h"
#include "time/timespec.h"

/* ---- Reading clocks -------------------------------------------------------- */

static long clock_get_common(int id, uaddr_t time, bool is_wide)
{
    struct clock clock;
    int error = clock_find(id, &clock);
    return error < 0 ? error : timespec_put(time, is_wide, clock_read(&clock));
}

long sys_clock_gettime(int id, uaddr_t time)
{
    return clock_get_common(id, time, false);
}

long sys_clock_gettime64(int id, uaddr_t time)
{
    return clock_get_common(id, time, true);
}

static long clock_getres_common(int id, uaddr_t resolution, bool is_wide)
{
    struct clock clock;
    int error = clock_find(id, &clock);
    if (error < 0 || !resolution)
        return error;
    return timespec_put(resolution, is_wide, clock_resolution_ns(id));
}

long sys_clock_getres(int id, uaddr_t resolution)
{
    return clock_getres_common(id, resolution, false);
}

long sys_clock_getres_time64(int id, uaddr_t resolution)
{
    return clock_getres_common(id, resolution, true);
}

long sys_gettimeofday(uaddr_t time, uaddr_t zone)
{
    static const int utc[2] = { 0, 0 };
    const struct timeval tv = timeval_of_ns(wall_clock_now_ns());
    if (time && user_put(time, tv) < 0)
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

static long wall_set_common(uint64_t ns)
{
    if (!cred_is_root(&this_proc()->cred))
        return -EPERM;
    if (ns < clock_now_ns())
        return -EINVAL; /* 1970 would be after the boot */
    clock_set_wall(ns);
    return 0;
}

static long clock_set_common(int id, uaddr_t time, bool is_wide)
{
    struct clock clock;
    uint64_t ns;
    int error = clock_find(id, &clock);
    if (error < 0 || (id >= 0 && id != CLOCK_REALTIME))
        return -EINVAL;
    error = timespec_get(time, is_wide, &ns);
    if (id < 0)
        return error == -EFAULT ? error : -EPERM; /* CPU time cannot be set */
    return error < 0 ? error : wall_set_common(ns);
}

long sys_clock_settime(int id, uaddr_t time)
{
    return clock_set_common(id, time, false);
}

long sys_clock_settime64(int id, uaddr_t time)
{
    return clock_set_common(id, time, true);
}

/* The time zone is the C library's matter. */
long sys_settimeofday(uaddr_t time, uaddr_t zone)
{
    struct timeval tv;
    uint64_t ns;
    (void)zone;
    if (!time)
        return cred_is_root(&this_proc()->cred) ? 0 : -EPERM;
    if (user_get(tv, time) < 0)
        return -EFAULT;
    int error = timeval_to_ns(&tv, &ns);
    return error < 0 ? error : wall_set_common(ns);
}

long sys_stime(uaddr_t time)
{
    long seconds;
    if (user_get(seconds, time) < 0)
        return -EFAULT;
    return seconds < 0 ? -EINVAL
                       : wall_set_common((uint64_t)seconds * NS_PER_SECOND);
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

static long sleep_common(int id, int flags, uaddr_t request, uaddr_t remain,
                         bool is_wide)
{
    struct restart restart = { .resume = clock_sleep, .clock_id = id,
                               .is_absolute = flags & TIMER_ABSTIME,
                               .is_wide = is_wide, .remain = remain };
    struct clock clock;
    int error = sleep_clock_find(id, &clock);
    if (error == 0)
        error = timespec_get(request, is_wide, &restart.until_ns);
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

long sys_nanosleep(uaddr_t request, uaddr_t remain)
{
    return sleep_common(CLOCK_MONOTONIC, 0, request, remain, false);
}

long sys_clock_nanosleep(int id, int flags, uaddr_t request, uaddr_t remain)
{
    return sleep_common(id, flags, request, remain, false);
}

long sys_clock_nanosleep_time64(int id, int flags, uaddr_t request,
                                uaddr_t remain)
{
    return sleep_common(id, flags, request, remain, true);
}
