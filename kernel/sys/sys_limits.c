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

long sys_prlimit64(pid_t pid, int resource, uaddr_t new, uaddr_t old)
{
    struct rlimit64 wide;
    if (new && user_get(wide, new) < 0)
        return -EFAULT;
    struct proc *p = proc_named(pid);
    if (!p)
        return -ESRCH;
    if (!limits_may_access(p))
        return -EPERM;
    if (!limit_is_known(resource))
        return -EINVAL;

    const struct rlimit before = p->limits[resource];
    if (new) {
        const struct rlimit limit = {
            (unsigned long)MIN(wide.rlim_cur, RLIM_INFINITY),
            (unsigned long)MIN(wide.rlim_max, RLIM_INFINITY),
        };
        int error = limits_set(p, resource, &limit);
        if (error < 0)
            return error;
    }
    wide = (struct rlimit64){ limit_to_wide(before.rlim_cur),
                              limit_to_wide(before.rlim_max) };
    return old ? user_put(old, wide) : 0;
}

long sys_setrlimit(int resource, uaddr_t limit)
{
    struct rlimit new;
    if (user_get(new, limit) < 0)
        return -EFAULT;
    return limits_set(this_proc(), resource, &new);
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
