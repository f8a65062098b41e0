/* SPDX-License-Identifier: MIT */
/*
 * Priorities and scheduling policies: nice(2), getpriority(2), sched(7).
 *
 * The kernel tells a nice value as 20 minus it, so that it is no error number.
 */
#include <errno.h>
#include <sched.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>
#include "sys.h"

int getpriority(int which, id_t who)
{
    long result = sys_getpriority(which, (int)who);

    return result < 0 ? (int)syscall_result(result) : PRIO_MAX - (int)result;
}

int setpriority(int which, id_t who, int nice)
{
    return (int)syscall_result(sys_setpriority(which, (int)who, nice));
}

int nice(int increment)
{
    if (syscall_result(sys_nice(increment)) < 0)
        return -1;
    return getpriority(PRIO_PROCESS, 0);
}

int sched_yield(void)
{
    return (int)syscall_result(sys_sched_yield());
}

int sched_setscheduler(pid_t pid, int policy, const struct sched_param *param)
{
    return (int)syscall_result(sys_sched_setscheduler(pid, policy, param));
}

int sched_getscheduler(pid_t pid)
{
    return (int)syscall_result(sys_sched_getscheduler(pid));
}

int sched_setparam(pid_t pid, const struct sched_param *param)
{
    return (int)syscall_result(sys_sched_setparam(pid, param));
}

int sched_getparam(pid_t pid, struct sched_param *param)
{
    return (int)syscall_result(sys_sched_getparam(pid, param));
}

int sched_get_priority_max(int policy)
{
    return (int)syscall_result(sys_sched_get_priority_max(policy));
}

int sched_get_priority_min(int policy)
{
    return (int)syscall_result(sys_sched_get_priority_min(policy));
}

int sched_rr_get_interval(pid_t pid, struct timespec *interval)
{
    return (int)syscall_result(sys_sched_rr_get_interval(pid, interval));
}

int sched_setaffinity(pid_t pid, size_t size, const cpu_set_t *set)
{
    return (int)syscall_result(sys_sched_setaffinity(pid, size, set));
}

/* The kernel fills in as many bytes as it has CPUs for. */
int sched_getaffinity(pid_t pid, size_t size, cpu_set_t *set)
{
    long filled = syscall_result(sys_sched_getaffinity(pid, size, set));

    if (filled < 0)
        return -1;
    memset((char *)set + filled, 0, size - (size_t)filled);
    return 0;
}

int sched_getcpu(void)
{
    unsigned int cpu;

    return syscall_result(sys_getcpu(&cpu, NULL, 0)) < 0 ? -1 : (int)cpu;
}
