/* SPDX-License-Identifier: MIT */
/*
 * First in, first out (OSTEP chapter 7): who came first runs until it waits, ends or
 * gives the CPU away.
 *
 * Its convoys are the reason for all the other policies.
 * Called by sched/core.c with interrupts off.  Owns the queue.
 */
#include "sched/sched.h"

static struct list fifo_queue = LIST_INIT(fifo_queue);

static void fifo_init(void)
{
    list_init(&fifo_queue);
}

/* Only a real-time process takes the CPU from one; then its turn is not over. */
static bool fifo_enqueue(struct sched_ent *ent, enum sched_why why,
                         const struct sched_ent *running)
{
    (void)running;
    if (why == SCHED_PREEMPTED)
        list_add_head(&fifo_queue, &ent->link);
    else
        list_add_tail(&fifo_queue, &ent->link);
    return false;
}

static void fifo_dequeue(struct sched_ent *ent)
{
    list_remove(&ent->link);
}

static struct sched_ent *fifo_pick(void)
{
    if (list_is_empty(&fifo_queue))
        return NULL;
    struct sched_ent *ent = LIST_FIRST(&fifo_queue, struct sched_ent, link);
    list_remove(&ent->link);
    return ent;
}

static bool fifo_tick(struct sched_ent *ent)
{
    (void)ent;
    return false;
}

const struct sched_policy sched_fifo = {
    .name = "fifo",
    .init = fifo_init,
    .enqueue = fifo_enqueue,
    .dequeue = fifo_dequeue,
    .pick = fifo_pick,
    .tick = fifo_tick,
};
