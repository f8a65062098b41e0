/* SPDX-License-Identifier: MIT */
/*
 * Fair shares (OSTEP chapter 9, the Linux Completely Fair Scheduler): everybody's
 * virtual time runs alike.
 *
 * Virtual time is time on the CPU divided by the weight that the nice value gives: a
 * step of nice is a fifth of the share.  Who has had the least is next.  One that was
 * asleep has saved up nothing, but has a bonus lent until its turn is over: it is
 * answered at once, as long as it is not further than that ahead of the others.  Who
 * uses more than his share uses up his bonus too, and then waits like everybody.
 * Called by sched/core.c with interrupts off.  Owns the heap, in order of virtual time.
 */
#include "sched/sched.h"

#define FAIR_WEIGHT_ONE 1024u
#define FAIR_NS_PER_MS 1000000u

static struct heap fair_heap;
static uint64_t fair_now; /* the least virtual time of all; never goes back */
static int fair_bonus_ms = 50;
static int fair_granularity_ms = 5; /* so much less one must have had to preempt */

static void fair_init(void)
{
    fair_heap.first = NULL;
}

static uint64_t fair_ms(int ms)
{
    return (uint64_t)ms * FAIR_NS_PER_MS;
}

/* At nice 0 it is FAIR_WEIGHT_ONE, and 5/4 as much for each step towards -20. */
static uint32_t fair_weight(int nice)
{
    uint32_t weight = FAIR_WEIGHT_ONE;
    for (; nice > 0; nice--)
        weight = weight * 4 / 5;
    for (; nice < 0; nice++)
        weight = weight * 5 / 4;
    return weight;
}

/* Whether the one at NODE has had so much less than RUNNING that the CPU should change
 * hands; both with what they were lent. */
static bool fair_is_behind(const struct heap_node *node, const struct sched_ent *running)
{
    return key_is_before(node->key + fair_ms(fair_granularity_ms),
                         running->node.key - running->lead_ns);
}

/* What ENT may be ahead of the others, now that it is ready: SCHED_BATCH and SCHED_IDLE
 * are taken for processes that compute, sched(7). */
static uint64_t fair_lend(const struct sched_ent *ent, enum sched_why why)
{
    if (why == SCHED_PREEMPTED)
        return ent->lead_ns;
    return why == SCHED_WOKEN && ent->policy == SCHED_OTHER ? fair_ms(fair_bonus_ms) : 0;
}

static bool fair_enqueue(struct sched_ent *ent, enum sched_why why,
                         const struct sched_ent *running)
{
    if (why == SCHED_NEW || key_is_before(ent->node.key, fair_now))
        ent->node.key = fair_now;
    ent->lead_ns = fair_lend(ent, why);
    ent->node.key -= ent->lead_ns;
    heap_add(&fair_heap, &ent->node);
    return running && ent->lead_ns > 0 && fair_is_behind(&ent->node, running);
}

static void fair_dequeue(struct sched_ent *ent)
{
    heap_remove(&fair_heap, &ent->node);
    ent->node.key += ent->lead_ns;
}

static struct sched_ent *fair_pick(void)
{
    if (!fair_heap.first)
        return NULL;
    struct sched_ent *ent = LIST_ENTRY(fair_heap.first, struct sched_ent, node);
    fair_dequeue(ent);
    return ent;
}

/* ENT runs, all others that count are in the heap. */
static void fair_charge(struct sched_ent *ent, uint64_t ran_ns)
{
    ent->node.key += ran_ns * FAIR_WEIGHT_ONE / fair_weight(sched_niceness(ent));
    uint64_t least = ent->node.key;
    if (fair_heap.first && key_is_before(fair_heap.first->key, least))
        least = fair_heap.first->key;
    if (key_is_before(fair_now, least))
        fair_now = least;
}

/* The slice is over when another has had so much less; then what was lent is, too. */
static bool fair_tick(struct sched_ent *ent)
{
    if (!fair_heap.first || !fair_is_behind(fair_heap.first, ent))
        return false;
    ent->lead_ns = 0;
    return true;
}

/* Beside one that has had as much: as long as it takes to be so much ahead. */
static uint64_t fair_slice(const struct sched_ent *ent)
{
    return fair_ms(fair_granularity_ms) * fair_weight(sched_niceness(ent)) /
           FAIR_WEIGHT_ONE;
}

const struct sched_policy sched_fair = {
    .name = "fair",
    .init = fair_init,
    .enqueue = fair_enqueue,
    .dequeue = fair_dequeue,
    .pick = fair_pick,
    .charge = fair_charge,
    .tick = fair_tick,
    .slice = fair_slice,
    .knobs = {
        { "bonus_ms", &fair_bonus_ms, 0, 1000 },
        { "granularity_ms", &fair_granularity_ms, 0, 1000 },
    },
};
