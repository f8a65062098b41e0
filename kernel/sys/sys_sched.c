/* SPDX-License-Identifier: MIT */
/*
 * System calls about priorities and scheduling policies: nice values, and what
 * sched(7) calls policy and priority.
 *
 * Here stands who may set them; what they mean is the matter of the policy in force,
 * and of sched/rt.c for those of real time.
 * Called by sys/dispatch.c in process context.
 */
#include <asm/resource.h>
#include <asm/sched.h>

#include "proc/group.h"
#include "proc/limits.h"
#include "sched/core.h"
#include "sched/policies.h"
#include "sys/handler.h"

#define NICE_MIN PRIO_MIN
#define NICE_MAX (PRIO_MAX - 1)
#define SCHED_PRIORITY_MAX 99
#define SCHED_UNUSED 4 /* no policy has this number */

/* setpriority(2), EPERM; sched_setscheduler(2), EPERM. */
static bool sched_is_own(const struct proc *p)
{
    const struct cred *own = &this_proc()->cred;
    return cred_can(own, CAP_SYS_NICE) || own->euid == p->cred.euid ||
           own->euid == p->cred.uid;
}

/* Nor may P have a capability that the caller lacks: capabilities(7). */
static bool sched_may_change(const struct proc *p)
{
    const struct cred *own = &this_proc()->cred;
    return sched_is_own(p) &&
           (cred_can(own, CAP_SYS_NICE) || cred_covers(own, &p->cred));
}

/* ---- Nice values ------------------------------------------------------------ */

/* Whether P may come to NICE, which is better than what it has: RLIMIT_NICE. */
static bool nice_is_allowed(const struct proc *p, int nice)
{
    return cred_can(&this_proc()->cred, CAP_SYS_NICE) ||
           (unsigned long)(PRIO_MAX - nice) <= limits_soft(p, RLIMIT_NICE);
}

static int nice_clamp(int nice)
{
    return MIN(MAX(nice, NICE_MIN), NICE_MAX);
}

long sys_nice(int increment)
{
    struct proc *p = this_proc();
    int change = MIN(MAX(increment, 2 * NICE_MIN), -2 * NICE_MIN);
    int nice = nice_clamp(p->sched.nice + change);
    if (change < 0 && !nice_is_allowed(p, nice))
        return -EPERM;
    p->sched.nice = nice;
    return 0;
}

/* Whether getpriority's WHICH and WHO mean P; WHO 0 is the caller's own. */
static bool priority_selects(const struct proc *p, int which, int who)
{
    const struct proc *own = this_proc();
    switch (which) {
    case PRIO_PROCESS:
        return p->pid == (who ? who : own->pid);
    case PRIO_PGRP:
        return p->group->pgid == (who ? who : own->group->pgid);
    default:
        return p->cred.uid == (who ? (uid_t)who : own->cred.uid);
    }
}

/* The best of all selected, as 1 to 40 so that it cannot be taken for an error. */
long sys_getpriority(int which, int who)
{
    long best = -ESRCH;
    if (which < PRIO_PROCESS || which > PRIO_USER)
        return -EINVAL;
    for (struct proc *p = proc_next(NULL); p; p = proc_next(p)) {
        if (priority_selects(p, which, who))
            best = MAX(best, PRIO_MAX - p->sched.nice);
    }
    return best;
}

static long priority_set_one(struct proc *p, int nice)
{
    if (!sched_is_own(p))
        return -EPERM;
    if (nice < p->sched.nice && !nice_is_allowed(p, nice))
        return -EACCES;
    if (!sched_may_change(p))
        return -EPERM;
    p->sched.nice = nice;
    return 0;
}

/* An error with any is the result of all: a group's oldest has the last word, as
 * on Linux, but a user's newest. */
long sys_setpriority(int which, int who, int nice)
{
    bool is_group = which == PRIO_PGRP;
    long result = -ESRCH;
    if (which < PRIO_PROCESS || which > PRIO_USER)
        return -EINVAL;
    for (struct proc *p = proc_next(NULL); p; p = proc_next(p)) {
        if (!priority_selects(p, which, who))
            continue;
        int error = priority_set_one(p, nice_clamp(nice));
        if (result == -ESRCH || (error < 0 && (result == 0 || !is_group)))
            result = error;
    }
    return result;
}

/* ---- Policies ---------------------------------------------------------------- */

/* The highest real-time priority of POLICY; 0 where there are none.
 * Errors: -EINVAL no such policy. */
long sys_sched_get_priority_max(int policy)
{
    if (policy < SCHED_OTHER || policy > SCHED_EXT || policy == SCHED_UNUSED)
        return -EINVAL;
    return policy == SCHED_FIFO || policy == SCHED_RR ? SCHED_PRIORITY_MAX : 0;
}

/* sched_setscheduler(2), EPERM: what a user may not give P. */
static bool policy_is_allowed(const struct proc *p, int policy, int priority,
                              bool is_reset)
{
    const struct sched_ent *now = &p->sched;
    int limit = (int)MIN(limits_soft(p, RLIMIT_RTPRIO), INT32_MAX);
    if (cred_can(&this_proc()->cred, CAP_SYS_NICE))
        return true;
    if (!sched_may_change(p) || (now->is_reset_on_fork && !is_reset))
        return false;
    if (priority > 0 && ((policy != now->policy && limit == 0) ||
                         (priority > now->rt_priority && priority > limit)))
        return false;
    return now->policy != SCHED_IDLE || policy == SCHED_IDLE ||
           nice_is_allowed(p, now->nice);
}

long sched_policy_of(const struct proc *p)
{
    return p->sched.policy |
           (p->sched.is_reset_on_fork ? SCHED_RESET_ON_FORK : 0);
}

uint64_t sched_slice_ns(const struct proc *p)
{
    const struct sched_policy *policy = policy_of(&p->sched);
    return policy->slice ? policy->slice(&p->sched) : 0;
}

long sched_set(pid_t pid, int policy, uaddr_t param)
{
    struct sched_param new;
    if (pid < 0 || !param)
        return -EINVAL;
    if (user_get(new, param) < 0)
        return -EFAULT;
    struct proc *p = proc_named(pid);
    if (!p)
        return -ESRCH;
    bool is_reset = policy < 0 ? p->sched.is_reset_on_fork
                               : policy & SCHED_RESET_ON_FORK;
    policy = policy < 0 ? p->sched.policy : policy & ~SCHED_RESET_ON_FORK;
    if (policy >= SCHED_DEADLINE ||
        new.sched_priority < sys_sched_get_priority_min(policy) ||
        new.sched_priority > sys_sched_get_priority_max(policy))
        return -EINVAL;
    if (!policy_is_allowed(p, policy, new.sched_priority, is_reset))
        return -EPERM;
    sched_change(p, policy, new.sched_priority);
    p->sched.is_reset_on_fork = is_reset;
    return 0;
}

/* ---- The one CPU --------------------------------------------------------------- */

#define CPU_MASK 1u

long sys_sched_setaffinity(pid_t pid, size_t len, uaddr_t mask)
{
    uint32_t wanted = 0;
    if (user_read(&wanted, mask, MIN(len, sizeof(wanted))) < 0)
        return -EFAULT;
    const struct proc *p = proc_named(pid);
    if (!p)
        return -ESRCH;
    if (!sched_may_change(p))
        return -EPERM;
    return wanted & CPU_MASK ? 0 : -EINVAL;
}

long sys_sched_getaffinity(pid_t pid, size_t len, uaddr_t mask)
{
    const uint32_t cpus = CPU_MASK;
    if (len == 0 || len % sizeof(cpus) != 0)
        return -EINVAL;
    if (!proc_named(pid))
        return -ESRCH;
    return user_put(mask, cpus) < 0 ? -EFAULT : (long)sizeof(cpus);
}
