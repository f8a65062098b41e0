/* SPDX-License-Identifier: MIT */
/*
 * The plug between mechanism and policy: what a scheduling policy is.
 *
 * sched/core.c (mechanism) decides when to switch and does it; a policy
 * decides who runs next.  A policy sees only struct sched_ent, never the PCB,
 * so each policy also compiles and is tested on the host.
 *
 * Contract of every function of a policy: called with interrupts off, never
 * sleeps, never allocates, touches no state and no CPU.
 * Read next: sched/rr.c, then sched/core.c.
 */
#pragma once

#include "lib/list.h"
#include "lib/types.h"

/* Why an entity becomes ready. */
enum sched_why {
    SCHED_NEW,       /* just forked */
    SCHED_PREEMPTED, /* its slice was over, or somebody better woke */
    SCHED_YIELDED,   /* gave the CPU away */
    SCHED_WOKEN,     /* what it waited for has come */
};

/* What a policy knows of a process; embedded in struct proc. */
struct sched_ent {
    struct list link;   /* in a queue of the policy, or pointing at itself */
    int slice_ticks;    /* ticks left of the time slice */
    int nice;           /* -20 to 19; a policy may ignore it, and these: */
    int policy;         /* SCHED_*, see sched(7) */
    int rt_priority;    /* 1 to 99 for SCHED_FIFO and SCHED_RR */
    bool is_reset_on_fork; /* a child begins as anybody */
};

struct sched_policy {
    const char *name;
    /* Starts with empty queues. */
    void (*init)(void);
    /* ENT is ready now. Returns: whether it should preempt the running one. */
    bool (*enqueue)(struct sched_ent *ent, enum sched_why why);
    /* ENT is no longer ready (it was killed, or the policy is being changed). */
    void (*dequeue)(struct sched_ent *ent);
    /* Takes the next one off the queue. Returns: NULL when none is ready. */
    struct sched_ent *(*pick)(void);
    /* ENT has run through one tick. Returns: whether its slice is over. */
    bool (*tick)(struct sched_ent *ent);
};

extern const struct sched_policy sched_rr;
extern int rr_slice_ticks; /* rr's time slice */
