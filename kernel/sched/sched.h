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

#include "arch.h"
#include "sched/heap.h"
#include "lib/list.h"

#include <asm/resource.h>
#include <asm/sched.h>

/* Why an entity becomes ready. */
enum sched_why {
    SCHED_NEW,       /* just forked, or new to this policy */
    SCHED_PREEMPTED, /* its slice was over, or somebody better woke */
    SCHED_YIELDED,   /* gave the CPU away */
    SCHED_WOKEN,     /* what it waited for has come */
};

struct sched_policy;

/* What a policy knows of a process; embedded in struct proc. */
struct sched_ent {
    struct list link;   /* in a queue of the policy, or pointing at itself */
    struct heap_node node; /* or in a heap of the policy; its key is a virtual time */
    int slice_ticks;    /* ticks left of the time slice */
    int nice;           /* -20 to 19; a policy may ignore it, and these: */
    int tickets;        /* its share beside the others' */
    int policy;         /* SCHED_*, see sched(7) */
    int rt_priority;    /* 1 to 99 for SCHED_FIFO and SCHED_RR */
    bool is_reset_on_fork; /* a child begins as anybody */
    const struct sched_policy *by; /* who filled in these: */
    int level;          /* mlfq: its queue, what is left of its slice, */
    int64_t slice_ns;
    uint64_t used_ns;   /* how much of the allotment there it has used, */
    unsigned int boost; /* and the last boost that it has had; */
    uint64_t lead_ns;   /* fair: so much before its virtual time it is queued */
};

/* A figure of a policy that can be set while it runs, by its name. */
struct sched_knob {
    const char *name;
    int *value;
    int min, max;
};

#define SCHED_KNOBS 5 /* the last one has no name */

struct sched_policy {
    const char *name;
    /* Starts with empty queues. */
    void (*init)(void);
    /* ENT is ready now. RUNNING, of this policy too, has the CPU; or it is NULL.
     * Returns: whether ENT should have it. */
    bool (*enqueue)(struct sched_ent *ent, enum sched_why why,
                    const struct sched_ent *running);
    /* ENT is no longer ready (its policy is being changed). */
    void (*dequeue)(struct sched_ent *ent);
    /* Takes the next one off the queue. Returns: NULL when none is ready. */
    struct sched_ent *(*pick)(void);
    /* ENT has run for so many nanoseconds more. NULL: that is all the same. */
    void (*charge)(struct sched_ent *ent, uint64_t ran_ns);
    /* ENT has run through one tick. Returns: whether its slice is over. */
    bool (*tick)(struct sched_ent *ent);
    /* One tick has passed, whoever had the CPU, or nobody. NULL: that is all the same. */
    void (*age)(void);
    /* How long ENT may run while others wait, in nanoseconds. NULL: as long as it will. */
    uint64_t (*slice)(const struct sched_ent *ent);
    struct sched_knob knobs[SCHED_KNOBS]; /* one without a name ends them */
};

#define POLICY(name) extern const struct sched_policy sched_##name;
#include "sched/policies.def"
#undef POLICY
extern const struct sched_policy sched_rt; /* in front of the chosen one */

/* How nice ENT is to its policy: SCHED_IDLE is as nice as can be, sched(7). */
static inline int sched_niceness(const struct sched_ent *ent)
{
    return ent->policy == SCHED_IDLE ? PRIO_MAX - 1 : ent->nice;
}

extern int rr_slice_ticks; /* rr's time slice, and that of SCHED_RR */
extern int lottery_seed;   /* where its draws start: seed=, never 0 */

#define TICKETS_DEFAULT 100
#define TICKETS_MAX 10000
