/* SPDX-License-Identifier: MIT */
/*
 * The mechanism of scheduling: when to switch, and the switch itself.
 *
 * schedule() has four callers: the tail on the way to user mode, proc/sleep.c,
 * proc/exit.c and the idle loop.  Everybody else only makes processes ready.
 */
#pragma once

#include "proc/proc.h"

/* Chooses the policy NAME; the default if it is NULL, or unknown, which is logged. */
void sched_init(const char *name);

/* The files in sched/files.c. Context: boot. */
void sched_files_init(void);

/* P may run from now on: READY, and in the policy's queue. */
void sched_ready(struct proc *p, enum sched_why why, const char *cause);

/* One tick has passed, in user mode or not. Context: timer interrupt. */
void sched_tick(bool is_user_mode);

/*
 * Runs the next ready process, or goes on with the present one if it is still
 * RUNNING and nobody else is ready.  Returns when the caller runs again.
 * IRQs: off.
 */
void schedule(void);

/* P has the policy POLICY (SCHED_*) and the priority RT_PRIORITY from now on. */
void sched_change(struct proc *p, int policy, int rt_priority);

/* The policy NAME rules from now on. Errors: -EINVAL there is none of that name. */
int sched_choose(const char *name) MUST_CHECK;

/* What a child's entity has from its parent's: the marks of struct proc. */
void sched_inherit(struct sched_ent *child, const struct sched_ent *parent);

/* sched_yield(2): at the tail, the others go first. */
void sched_yield_cpu(void);

/* Runs whenever nothing else is ready; the boot context ends here. */
void sched_idle_loop(void) NORETURN;

/* Frees P, which has just ended and reaps itself, once its stack is left. */
void sched_free_after_switch(struct proc *p);

/* Charges the time until now to the running process: who reads times calls it first. */
void sched_account(void);
/* Nanoseconds that P has spent in STATE, until now. */
uint64_t sched_spent_ns(const struct proc *p, enum proc_state state);

/* Where the time since boot went; the sum is the uptime. */
struct sched_figures {
    uint64_t user_ns;
    uint64_t nice_ns;      /* in user mode at a nice value above 0 */
    uint64_t system_ns;
    uint64_t idle_ns;
    uint64_t stolen_ns;    /* nobody's: SUBTLE(lost-ticks) */
    uint64_t switches;
    uint64_t forks;
    unsigned long load[3]; /* fixed point, 1.0 is 65536 */
    unsigned int ready;    /* READY and RUNNING processes now */
};
extern struct sched_figures sched_figures;
