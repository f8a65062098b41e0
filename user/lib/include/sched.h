/* SPDX-License-Identifier: MIT */
/* Scheduling and clone(2). */
#pragma once

#include <sys/types.h>
#include <asm/sched.h>

int sched_yield(void);
int sched_setscheduler(pid_t pid, int policy, const struct sched_param *param);
int sched_getscheduler(pid_t pid);
int sched_setparam(pid_t pid, const struct sched_param *param);
int sched_getparam(pid_t pid, struct sched_param *param);
int sched_get_priority_max(int policy);
int sched_get_priority_min(int policy);
int sched_rr_get_interval(pid_t pid, struct timespec *interval);

/* A set of CPUs, the first one bit 0. */
#define CPU_SETSIZE 1024
typedef struct cpu_set {
    unsigned long bits[CPU_SETSIZE / 32];
} cpu_set_t;

#define CPU_ZERO(set)                                  \
    do {                                               \
        for (int word = 0; word < CPU_SETSIZE / 32;)   \
            (set)->bits[word++] = 0;                   \
    } while (0)
#define CPU_SET(cpu, set) ((set)->bits[(cpu) / 32] |= 1UL << (cpu) % 32)
#define CPU_CLR(cpu, set) ((set)->bits[(cpu) / 32] &= ~(1UL << (cpu) % 32))
#define CPU_ISSET(cpu, set) ((set)->bits[(cpu) / 32] >> (cpu) % 32 & 1)

int sched_setaffinity(pid_t pid, size_t size, const cpu_set_t *set);
int sched_getaffinity(pid_t pid, size_t size, cpu_set_t *set);
int sched_getcpu(void);

/*
 * Runs FN(ARG) in a new process on STACK, which names its upper end.  After
 * ARG may follow: pid_t *parent_tid, struct user_desc *tls, pid_t *child_tid.
 */
int clone(int (*fn)(void *), void *stack, int flags, void *arg, ...);

/* Stops sharing what FLAGS name: unshare(2). */
int unshare(int flags);
