/* SPDX-License-Identifier: MIT */
/*
 * What a process uses and may use: getrusage(2), getrlimit(2), prlimit(2).
 *
 * The kernel's one call with both directions, prlimit64(2), has 64-bit limits;
 * here they have 32, and what is larger is no limit.
 * Read next: kernel/proc/limits.c.
 */
#include <sys/resource.h>
#include "sys.h"

static rlim_t limit_narrow(unsigned long long limit)
{
    return limit > RLIM_INFINITY ? RLIM_INFINITY : (rlim_t)limit;
}

static unsigned long long limit_widen(rlim_t limit)
{
    return limit == RLIM_INFINITY ? RLIM64_INFINITY : limit;
}

int getrusage(int who, struct rusage *usage)
{
    return (int)syscall_result(sys_getrusage(who, usage));
}

int getrlimit(int resource, struct rlimit *limit)
{
    return (int)syscall_result(sys_ugetrlimit(resource, limit));
}

int setrlimit(int resource, const struct rlimit *limit)
{
    return (int)syscall_result(sys_setrlimit(resource, limit));
}

int prlimit(pid_t pid, int resource, const struct rlimit *new,
            struct rlimit *old)
{
    struct rlimit64 wide, before;
    int result;

    if (new) {
        wide.rlim_cur = limit_widen(new->rlim_cur);
        wide.rlim_max = limit_widen(new->rlim_max);
    }
    result = (int)syscall_result(
        sys_prlimit64(pid, resource, new ? &wide : NULL, old ? &before : NULL));
    if (result == 0 && old) {
        old->rlim_cur = limit_narrow(before.rlim_cur);
        old->rlim_max = limit_narrow(before.rlim_max);
    }
    return result;
}
