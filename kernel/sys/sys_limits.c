/* SPDX-License-Identifier: MIT */
/*
 * System calls about resource limits, in numbers of 32 and of 64 bits.
 *
 * Called by sys/dispatch.c in process context.
 * Read next: proc/limits.c.
 */
#include <asm/resource.h>

#include "proc/limits.h"
#include "sys/handler.h"

static unsigned long long limit_to_wide(unsigned long limit)
{
    return limit == RLIM_INFINITY ? RLIM64_INFINITY : limit;
}

static bool limit_is_known(int resource)
{
    return resource >= 0 && resource < RLIM_NLIMITS;
}

long limit_change(pid_t pid, int resource, const struct rlimit64 *new,
                  struct rlimit64 *old)
{
    struct proc *p = proc_named(pid);
    if (!p)
        return -ESRCH;
    if (!limits_may_access(p))
        return -EPERM;
    if (!limit_is_known(resource))
        return -EINVAL;

    *old = (struct rlimit64){ limit_to_wide(p->limits[resource].rlim_cur),
                              limit_to_wide(p->limits[resource].rlim_max) };
    if (!new)
        return 0;
    const struct rlimit limit = {
        (unsigned long)MIN(new->rlim_cur, RLIM_INFINITY),
        (unsigned long)MIN(new->rlim_max, RLIM_INFINITY),
    };
    return limits_set(p, resource, &limit);
}

long limit_put(int resource, uaddr_t to, unsigned long infinity)
{
    if (!limit_is_known(resource))
        return -EINVAL;
    const struct rlimit *now = &this_proc()->limits[resource];
    const struct rlimit limit = { MIN(now->rlim_cur, infinity),
                                  MIN(now->rlim_max, infinity) };
    return user_put(to, limit);
}
