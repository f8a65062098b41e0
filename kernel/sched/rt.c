/* SPDX-License-Identifier: MIT */
/*
 * Real time (sched(7)): SCHED_FIFO and SCHED_RR, 99 priorities, before all others.
 *
 * The highest priority runs until it waits, ends or yields; only those of SCHED_RR
 * take turns with their equals.  One that is preempted stays the first of its
 * priority, and its slice goes on.
 * Called by sched/core.c with interrupts off, in front of the chosen policy.  Owns the
 * queues, the highest priority's first, and a bit for each that is empty.
 */

#include "lib/bitmap.h"
#include "sched/sched.h"

#define RT_QUEUES 99u

static struct list rt_queues[RT_QUEUES];
static uint32_t rt_empty[BITMAP_WORDS(RT_QUEUES)];

static void rt_init(void)
{
    for (unsigned int i = 0; i < RT_QUEUES; i++) {
        list_init(&rt_queues[i]);
        bitmap_set(rt_empty, i);
    }
}

/* The number of the queue in which ENT is, or belongs. */
static unsigned int rt_queue(const struct sched_ent *ent)
{
    return RT_QUEUES - (unsigned int)ent->rt_priority;
}

static bool rt_enqueue(struct sched_ent *ent, enum sched_why why,
                       const struct sched_ent *running)
{
    unsigned int queue = rt_queue(ent);
    bool is_slice_over = ent->policy == SCHED_RR && ent->slice_ticks <= 0;
    if (why != SCHED_PREEMPTED || is_slice_over)
        ent->slice_ticks = rr_slice_ticks;
    if (why == SCHED_PREEMPTED && !is_slice_over)
        list_add_head(&rt_queues[queue], &ent->link);
    else
        list_add_tail(&rt_queues[queue], &ent->link);
    bitmap_clear(rt_empty, queue);
    return running && ent->rt_priority > running->rt_priority;
}

static void rt_dequeue(struct sched_ent *ent)
{
    unsigned int queue = rt_queue(ent);
    list_remove(&ent->link);
    if (list_is_empty(&rt_queues[queue]))
        bitmap_set(rt_empty, queue);
}

static struct sched_ent *rt_pick(void)
{
    unsigned int queue = bitmap_next_clear(rt_empty, RT_QUEUES, 0);
    if (queue == RT_QUEUES)
        return NULL;
    struct sched_ent *ent = LIST_FIRST(&rt_queues[queue], struct sched_ent, link);
    rt_dequeue(ent);
    return ent;
}

static bool rt_tick(struct sched_ent *ent)
{
    return ent->policy == SCHED_RR && --ent->slice_ticks <= 0;
}

static uint64_t rt_slice(const struct sched_ent *ent)
{
    return ent->policy == SCHED_RR ? (uint64_t)rr_slice_ticks * NS_PER_TICK : 0;
}

const struct sched_policy sched_rt = {
    .name = "rt",
    .init = rt_init,
    .enqueue = rt_enqueue,
    .dequeue = rt_dequeue,
    .pick = rt_pick,
    .tick = rt_tick,
    .slice = rt_slice,
};
