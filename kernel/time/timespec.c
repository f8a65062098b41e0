/* SPDX-License-Identifier: MIT */
/*
 * Times as programs hand them over, to nanoseconds and back.
 *
 * Called by the calls about time in process context; user memory may fault.
 */
#include "time/timespec.h"

#include "mm/usercopy.h"
#include "proc/sleep.h"
#include "time/itimer.h"

#define SECONDS_MAX ((long long)(NS_NEVER / NS_PER_SECOND))

size_t time_bytes(enum time_form form)
{
    if (form == TIME_SECONDS)
        return sizeof(time_t);
    return form == TIME_SPEC64 ? sizeof(struct timespec64)
                               : sizeof(struct timespec);
}

int time_read(uaddr_t addr, enum time_form form, struct timespec64 *time)
{
    struct timespec narrow = { 0 };
    int error;

    if (form == TIME_SPEC64) {
        error = user_get(*time, addr);
        /* The upper half is padding: a 32-bit program sets a long. */
        time->tv_nsec = (long)time->tv_nsec;
        return error;
    }
    error = user_read(&narrow, addr, time_bytes(form));
    *time = (struct timespec64){ narrow.tv_sec, narrow.tv_nsec };
    if (form == TIME_VAL) /* the same, but for microseconds */
        time->tv_nsec *= NS_PER_US;
    return error;
}

/* Errors: -EINVAL. */
static int time_to_ns(const struct timespec64 *time, uint64_t *ns)
{
    if (time->tv_sec < 0 || time->tv_nsec < 0 || time->tv_nsec >= NS_PER_SECOND)
        return -EINVAL;
    *ns = time->tv_sec >= SECONDS_MAX
              ? NS_NEVER
              : (uint64_t)(time->tv_sec * NS_PER_SECOND + time->tv_nsec);
    return 0;
}

int time_get(uaddr_t addr, enum time_form form, uint64_t *ns)
{
    struct timespec64 time;
    int error = time_read(addr, form, &time);
    return error < 0 ? error : time_to_ns(&time, ns);
}

int time_put(uaddr_t addr, enum time_form form, uint64_t ns)
{
    const struct timespec64 wide = { (long long)(ns / NS_PER_SECOND),
                                     (long long)(ns % NS_PER_SECOND) };
    struct timespec narrow = { (time_t)wide.tv_sec, (long)wide.tv_nsec };
    if (form == TIME_VAL)
        narrow.tv_nsec /= NS_PER_US;
    return form == TIME_SPEC64 ? user_put(addr, wide) : user_put(addr, narrow);
}

int itimer_value_get(uaddr_t addr, enum time_form form,
                     struct itimer_value *value)
{
    struct timespec64 interval, left;
    int error = time_read(addr, form, &interval);
    if (error == 0)
        error = time_read(addr + time_bytes(form), form, &left);
    if (error == 0)
        error = time_to_ns(&interval, &value->interval_ns);
    return error < 0 ? error : time_to_ns(&left, &value->left_ns);
}

int itimer_value_put(uaddr_t addr, enum time_form form,
                     const struct itimer_value *value)
{
    /* What is set must not show as 0, which means stopped. */
    uint64_t unit = form == TIME_VAL ? NS_PER_US : 1;
    int error = time_put(addr, form, value->interval_ns);
    if (error < 0)
        return error;
    return time_put(addr + time_bytes(form), form, value->left_ns + unit - 1);
}

int deadline_get(uaddr_t addr, enum time_form form, tick_t *deadline)
{
    struct timespec64 time;
    uint64_t ns;

    *deadline = TICK_NEVER;
    if (!addr)
        return 0;
    int error = time_read(addr, form, &time);
    if (error < 0)
        return error;
    if (form == TIME_VAL) { /* a million microseconds are a second more: select(2) */
        time.tv_sec += time.tv_nsec / NS_PER_SECOND;
        time.tv_nsec %= NS_PER_SECOND;
    }
    error = time_to_ns(&time, &ns);
    if (error == 0)
        *deadline = ns ? tick_after(ns) : 0;
    return error;
}
