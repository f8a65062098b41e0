/* SPDX-License-Identifier: MIT */
/*
 * System calls about time: clocks, sleeping, alarms, and how much was used.
 *
 * Sleeps end at a tick; they are rounded up, never short.
 * Called by sys/dispatch.c in process context.
 * Read next: proc/timer.c.
 */
#include <asm/resource.h>
#include <asm/time.h>
#include <tine/errno.h>

#include "mm/usercopy.h"
#include "proc/proc.h"
#include "proc/signal.h"
#include "sched/core.h"
#include "sys/sys.h"
#include "sys/usage.h"

#define NS_PER_SECOND 1000000000u
#define NS_PER_US 1000u
#define NS_PER_TICK (NS_PER_SECOND / TICK_HZ)
#define US_PER_TICK (NS_PER_TICK / NS_PER_US)

/* ---- Clocks ---------------------------------------------------------------- */

/* Errors: -EINVAL no such clock. */
static int clock_read(int clock, uint64_t *ns)
{
    const struct usage *usage = &this_proc()->usage;
    switch (clock) {
    case CLOCK_REALTIME:
    case CLOCK_REALTIME_COARSE:
        *ns = wall_clock_now_ns();
        return 0;
    case CLOCK_MONOTONIC:
    case CLOCK_MONOTONIC_RAW:
    case CLOCK_MONOTONIC_COARSE:
    case CLOCK_BOOTTIME:
        *ns = clock_now_ns();
        return 0;
    case CLOCK_PROCESS_CPUTIME_ID:
    case CLOCK_THREAD_CPUTIME_ID:
        *ns = (usage->user_ticks + usage->system_ticks) * NS_PER_TICK;
        return 0;
    default:
        return -EINVAL;
    }
}

long sys_clock_gettime(int clock, uaddr_t time)
{
    uint64_t ns;
    int error = clock_read(clock, &ns);
    if (error < 0)
        return error;
    const struct timespec ts = {
        .tv_sec = (time_t)(ns / NS_PER_SECOND),
        .tv_nsec = (long)(ns % NS_PER_SECOND),
    };
    return user_put(time, ts);
}

long sys_clock_gettime64(int clock, uaddr_t time)
{
    uint64_t ns;
    int error = clock_read(clock, &ns);
    if (error < 0)
        return error;
    const struct timespec64 ts = {
        .tv_sec = (long long)(ns / NS_PER_SECOND),
        .tv_nsec = (long long)(ns % NS_PER_SECOND),
    };
    return user_put(time, ts);
}

/* What a reader can count on: the tick, since a clock without TSC has no more. */
long sys_clock_getres(int clock, uaddr_t resolution)
{
    uint64_t ns;
    int error = clock_read(clock, &ns);
    if (error < 0)
        return error;
    const struct timespec ts = { .tv_nsec = 1 };
    return resolution ? user_put(resolution, ts) : 0;
}

long sys_gettimeofday(uaddr_t time, uaddr_t zone)
{
    static const int utc[2] = { 0, 0 };
    uint64_t ns = wall_clock_now_ns();
    const struct timeval tv = {
        .tv_sec = (time_t)(ns / NS_PER_SECOND),
        .tv_usec = (long)(ns % NS_PER_SECOND / NS_PER_US),
    };
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
    struct proc *p = this_proc();
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
        const struct timespec ts = {
            .tv_sec = (time_t)(left / TICK_HZ),
            .tv_nsec = (long)(left % TICK_HZ * NS_PER_TICK),
        };
        if (user_put(restart->remain, ts) < 0)
            return -EFAULT;
    }
    p->restart = *restart;
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

/* ---- Resource use ---------------------------------------------------------- */

static struct timeval timeval_of_ticks(tick_t ticks)
{
    return (struct timeval){
        .tv_sec = (time_t)(ticks / TICK_HZ),
        .tv_usec = (long)(ticks % TICK_HZ * US_PER_TICK),
    };
}

void usage_to_rusage(const struct usage *usage, struct rusage *ru)
{
    *ru = (struct rusage){
        .ru_utime = timeval_of_ticks(usage->user_ticks),
        .ru_stime = timeval_of_ticks(usage->system_ticks),
        .ru_minflt = (long)usage->page_faults,
        .ru_nvcsw = (long)usage->switches_voluntary,
        .ru_nivcsw = (long)usage->switches_involuntary,
    };
}

long sys_getrusage(int who, uaddr_t usage)
{
    const struct proc *p = this_proc();
    struct rusage ru;
    switch (who) {
    case RUSAGE_SELF:
    case RUSAGE_THREAD:
        usage_to_rusage(&p->usage, &ru);
        break;
    case RUSAGE_CHILDREN:
        usage_to_rusage(&p->child_usage, &ru);
        break;
    default:
        return -EINVAL;
    }
    return user_put(usage, ru);
}

long sys_times(uaddr_t buf)
{
    const struct proc *p = this_proc();
    const struct tms tms = {
        .tms_utime = (clock_t)p->usage.user_ticks,
        .tms_stime = (clock_t)p->usage.system_ticks,
        .tms_cutime = (clock_t)p->child_usage.user_ticks,
        .tms_cstime = (clock_t)p->child_usage.system_ticks,
    };
    if (buf && user_put(buf, tms) < 0)
        return -EFAULT;
    return (long)tick_now();
}
