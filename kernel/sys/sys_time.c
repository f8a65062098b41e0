/* SPDX-License-Identifier: MIT */
/*
 * System calls about time: clocks, sleeping and alarms.
 *
 * Sleeps end at a tick; they are rounded up, never short.
 * Called by sys/dispatch.c in process context.
 * Read next: time/timer.c.
 */
#include <asm/time.h>
#include <tine/errno.h>

#include "mm/usercopy.h"
#include "proc/proc.h"
#include "proc/signal.h"
#include "sys/sys.h"

#define NS_PER_SECOND 1000000000u
#define NS_PER_US 1000u
#define NS_PER_TICK (NS_PER_SECOND / TICK_HZ)

/* ---- Clocks ---------------------------------------------------------------- */

static struct timespec timespec_of_ns(uint64_t ns)
{
    return (struct timespec){
        .tv_sec = (time_t)(ns / NS_PER_SECOND),
        .tv_nsec = (long)(ns % NS_PER_SECOND),
    };
}

/* Errors: -EINVAL no such clock. */
static int clock_read(int clock, struct timespec *time)
{
    const struct usage *usage = &this_proc()->usage;
    switch (clock) {
    case CLOCK_REALTIME:
    case CLOCK_REALTIME_COARSE:
        *time = timespec_of_ns(wall_clock_now_ns());
        return 0;
    case CLOCK_MONOTONIC:
    case CLOCK_MONOTONIC_RAW:
    case CLOCK_MONOTONIC_COARSE:
    case CLOCK_BOOTTIME:
        *time = timespec_of_ns(clock_now_ns());
        return 0;
    case CLOCK_PROCESS_CPUTIME_ID:
    case CLOCK_THREAD_CPUTIME_ID:
        *time = timespec_of_ns((usage->user_ticks + usage->system_ticks) *
                               NS_PER_TICK);
        return 0;
    default:
        return -EINVAL;
    }
}

long sys_clock_gettime(int clock, uaddr_t time)
{
    struct timespec now;
    int error = clock_read(clock, &now);
    return error < 0 ? error : user_put(time, now);
}

long sys_clock_gettime64(int clock, uaddr_t time)
{
    struct timespec now;
    int error = clock_read(clock, &now);
    if (error < 0)
        return error;
    const struct timespec64 wide = { now.tv_sec, now.tv_nsec };
    return user_put(time, wide);
}

/* What a reader can count on: the tick, since a clock without TSC has no more. */
long sys_clock_getres(int clock, uaddr_t resolution)
{
    struct timespec ts;
    int error = clock_read(clock, &ts);
    ts = (struct timespec){ .tv_nsec = 1 };
    return error == 0 && resolution ? user_put(resolution, ts) : error;
}

long sys_gettimeofday(uaddr_t time, uaddr_t zone)
{
    static const int utc[2] = { 0, 0 };
    struct timespec now = timespec_of_ns(wall_clock_now_ns());
    const struct timeval tv = { now.tv_sec, now.tv_nsec / (long)NS_PER_US };
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

/* ---- Sleeping -------------------------------------------------------------- */

static long nanosleep_until(struct restart *restart)
{
    int error;
    do {
        error = sleep_until_woken(SLEEP_INTERRUPTIBLE, "nanosleep",
                                  restart->deadline);
    } while (error == 0);
    if (error == -ETIMEDOUT)
        return 0;

    if (restart->remain) {
        tick_t now = tick_now();
        tick_t left = restart->deadline > now ? restart->deadline - now : 0;
        const struct timespec ts = timespec_of_ns(left * NS_PER_TICK);
        if (user_put(restart->remain, ts) < 0)
            return -EFAULT;
    }
    this_proc()->restart = *restart;
    return -ERESTARTBLOCK;
}

long sys_nanosleep(uaddr_t request, uaddr_t remain)
{
    struct timespec ts;
    if (user_get(ts, request) < 0)
        return -EFAULT;
    if (ts.tv_sec < 0 || ts.tv_nsec < 0 || ts.tv_nsec >= (long)NS_PER_SECOND)
        return -EINVAL;
    struct restart restart = {
        .resume = nanosleep_until,
        .deadline = tick_after((uint64_t)ts.tv_sec, (uint32_t)ts.tv_nsec),
        .remain = remain,
    };
    return nanosleep_until(&restart);
}

/* ---- Alarms ---------------------------------------------------------------- */

static void alarm_fire(struct timer *timer)
{
    signal_post(LIST_ENTRY(timer, struct proc, alarm), SIGALRM, NULL);
}

/* Seconds that were left are rounded to the nearest, but never to 0. */
long sys_alarm(unsigned int seconds)
{
    struct timer *alarm = &this_proc()->alarm;
    long left = 0;
    tick_t now = tick_now();

    if (alarm->fire && timer_cancel(alarm)) {
        tick_t ticks = alarm->deadline > now ? alarm->deadline - now : 0;
        left = MAX(1, (long)((ticks + TICK_HZ / 2) / TICK_HZ));
    }
    timer_init(alarm, alarm_fire);
    if (seconds > 0)
        timer_add(alarm, tick_after(seconds, 0));
    return left;
}
