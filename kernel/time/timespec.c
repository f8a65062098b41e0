/* SPDX-License-Identifier: MIT */
/*
 * Times as programs hand them over, to nanoseconds and back.
 *
 * Called by the calls about time in process context; user memory may fault.
 */
#include "time/timespec.h"

#include <tine/errno.h>

#include "mm/usercopy.h"
#include "time/clock.h"

#define SECONDS_MAX (NS_NEVER / NS_PER_SECOND)

/* Errors: -EINVAL. */
static int ns_from(long long seconds, unsigned long fraction,
                   unsigned long ns_per_unit, uint64_t *ns)
{
    if (seconds < 0 || fraction >= NS_PER_SECOND / ns_per_unit)
        return -EINVAL;
    *ns = (uint64_t)seconds >= SECONDS_MAX
              ? NS_NEVER
              : (uint64_t)seconds * NS_PER_SECOND + fraction * ns_per_unit;
    return 0;
}

int timespec_get(uaddr_t addr, bool is_wide, uint64_t *ns)
{
    struct timespec64 wide;
    struct timespec ts;

    if (!is_wide) {
        if (user_get(ts, addr) < 0)
            return -EFAULT;
        return ns_from(ts.tv_sec, (unsigned long)ts.tv_nsec, 1, ns);
    }
    if (user_get(wide, addr) < 0)
        return -EFAULT;
    /* The upper half of tv_nsec is padding: a 32-bit program sets a long. */
    return ns_from(wide.tv_sec, (unsigned long)wide.tv_nsec, 1, ns);
}

struct timespec timespec_of_ns(uint64_t ns)
{
    return (struct timespec){
        .tv_sec = (time_t)(ns / NS_PER_SECOND),
        .tv_nsec = (long)(ns % NS_PER_SECOND),
    };
}

int timespec_put(uaddr_t addr, bool is_wide, uint64_t ns)
{
    const struct timespec64 wide = { (long long)(ns / NS_PER_SECOND),
                                     (long long)(ns % NS_PER_SECOND) };
    const struct timespec ts = timespec_of_ns(ns);
    return is_wide ? user_put(addr, wide) : user_put(addr, ts);
}

static size_t timespec_bytes(bool is_wide)
{
    return is_wide ? sizeof(struct timespec64) : sizeof(struct timespec);
}

int itimerspec_get(uaddr_t addr, bool is_wide, uint64_t *interval_ns,
                   uint64_t *value_ns)
{
    int error = timespec_get(addr, is_wide, interval_ns);
    addr += timespec_bytes(is_wide);
    return error < 0 ? error : timespec_get(addr, is_wide, value_ns);
}

int itimerspec_put(uaddr_t addr, bool is_wide, uint64_t interval_ns,
                   uint64_t value_ns)
{
    int error = timespec_put(addr, is_wide, interval_ns);
    addr += timespec_bytes(is_wide);
    return error < 0 ? error : timespec_put(addr, is_wide, value_ns);
}

struct timeval timeval_of_ns(uint64_t ns)
{
    return (struct timeval){
        .tv_sec = (time_t)(ns / NS_PER_SECOND),
        .tv_usec = (suseconds_t)(ns % NS_PER_SECOND / NS_PER_US),
    };
}

int timeval_to_ns(const struct timeval *tv, uint64_t *ns)
{
    return ns_from(tv->tv_sec, (unsigned long)tv->tv_usec, NS_PER_US, ns);
}
