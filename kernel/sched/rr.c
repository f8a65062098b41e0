/* SPDX-License-Identifier: MIT */
/*
 * Round robin (OSTEP chapter 7): one queue; each runs for one time slice and
 * then goes to the tail.
 *
 * The smallest policy there is: read it beside sched.h to see what the
 * mechanism expects.  The slice is a boot option, slice=N in ticks.
 * Called by sched/core.c with interrupts off.  Owns the queue.
 */
#include "sched/sched.h"

#define RR_SLICE_TICKS 2

static struct list rr_queue = LIST_INIT(rr_queue);

/* How long a slice is; core.c sets it from the boot option before use. */
int rr_slice_ticks = RR_SLICE_TICKS;

static void rr_init(void)
{
    list_init(&rr_queue);
}

static bool rr_enqueue(struct sched_ent *ent, enum sched_why why,
                       const struct sched_ent *running)
{
    (void)why;
    (void)running;
    ent->slice_ticks = rr_slice_ticks;
    list_add_tail(&rr_queue, &ent->link);
    return false;
}

static void rr_dequeue(struct sched_ent *ent)
{
    list_remove(&ent->link);
}

static struct sched_ent *rr_pick(void)
{
    if (list_is_empty(&rr_queue))
        return NULL;
    struct sched_ent *ent = LIST_FIRST(&rr_queue, struct sched_ent, link);
    list_remove(&ent->link);
    return ent;
}

static bool rr_tick(struct sched_ent *ent)
{
    return --ent->slice_ticks <= 0;
}

static uint64_t rr_slice(const struct sched_ent *ent)
{
    (void)ent;
    return (uint64_t)rr_slice_ticks * NS_PER_TICK;
}

const struct sched_policy sched_rr = {
    .name = "rr",
    .init = rr_init,
    .enqueue = rr_enqueue,
    .dequeue = rr_dequeue,
    .pick = rr_pick,
    .tick = rr_tick,
    .slice = rr_slice,
    .knobs = { { "slice_ticks", &rr_slice_ticks, 1, 1000 } },
};
