/* SPDX-License-Identifier: MIT */
/*
 * Stride scheduling (OSTEP chapter 9): the lottery's shares without its chance.
 *
 * A process has a stride, the smaller the more tickets it has, and a pass that grows by
 * its stride while it runs: the smallest pass is next.  The book counts slices; here
 * the pass grows with the time that was used, so that one that waits early pays less.
 * Called by sched/core.c with interrupts off.  Owns the heap, in order of the passes.
 */
#include "sched/sched.h"

#define STRIDE_ONE (1u << 24) /* the stride for one ticket */
#define STRIDE_NS_PER_STEP 1000u

static struct heap stride_heap;
static uint64_t stride_pass; /* of the one picked last: where new ones begin */
static int stride_slice_ticks = 1;

static void stride_init(void)
{
    stride_heap.first = NULL;
}

/* Who was away has saved up nothing: it begins where the others are. */
static bool stride_enqueue(struct sched_ent *ent, enum sched_why why,
                           const struct sched_ent *running)
{
    (void)running;
    if (why == SCHED_NEW || key_is_before(ent->node.key, stride_pass))
        ent->node.key = stride_pass;
    ent->slice_ticks = stride_slice_ticks;
    heap_add(&stride_heap, &ent->node);
    return false;
}

static void stride_dequeue(struct sched_ent *ent)
{
    heap_remove(&stride_heap, &ent->node);
}

static struct sched_ent *stride_pick(void)
{
    if (!stride_heap.first)
        return NULL;
    struct sched_ent *ent = LIST_ENTRY(stride_heap.first, struct sched_ent, node);
    heap_remove(&stride_heap, &ent->node);
    stride_pass = ent->node.key;
    return ent;
}

static void stride_charge(struct sched_ent *ent, uint64_t ran_ns)
{
    ent->node.key += ran_ns * (STRIDE_ONE / (uint32_t)ent->tickets) /
                     STRIDE_NS_PER_STEP;
}

static bool stride_tick(struct sched_ent *ent)
{
    return --ent->slice_ticks <= 0;
}

static uint64_t stride_slice(const struct sched_ent *ent)
{
    (void)ent;
    return (uint64_t)stride_slice_ticks * NS_PER_TICK;
}

const struct sched_policy sched_stride = {
    .name = "stride",
    .init = stride_init,
    .enqueue = stride_enqueue,
    .dequeue = stride_dequeue,
    .pick = stride_pick,
    .charge = stride_charge,
    .tick = stride_tick,
    .slice = stride_slice,
    .knobs = {
        { "slice_ticks", &stride_slice_ticks, 1, 100 },
    },
};
