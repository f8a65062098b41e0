/* SPDX-License-Identifier: MIT */
/*
 * The multi-level feedback queue (OSTEP chapter 8): it learns from what a process did
 * whether it is interactive.
 *
 * The book's five rules, and where they are:
 *   1. the higher level runs                          mlfq_pick, mlfq_enqueue
 *   2. on the same level it is round robin            mlfq_tick
 *   3. one begins on the highest level                mlfq_raise
 *   4. who has used up its allotment of a level,
 *      in however many pieces, moves down             mlfq_charge
 *   5. after some time all move to the highest level  mlfq_age, mlfq_boost
 * Level 0 is the highest; a slice doubles with each level down, and is the shorter the
 * nicer its process is (the book's advice).  On each level those that have just woken
 * and the others take turns: so one that wakes goes before most of the others, and
 * however many do so, the others are not kept from the CPU.  SCHED_BATCH and SCHED_IDLE
 * are always one of the others, and take the CPU from nobody (sched(7)).
 * Called by sched/core.c with interrupts off.  Owns the queues.
 */
#include "sched/sched.h"

#define MLFQ_LEVELS_MAX 16
#define MLFQ_NS_PER_MS 1000000
#define MLFQ_NICE_RANGE 20

enum { MLFQ_WOKEN, MLFQ_OTHERS, MLFQ_KINDS };
static struct list mlfq_queues[MLFQ_LEVELS_MAX][MLFQ_KINDS];
static int mlfq_turn; /* whose it was last: MLFQ_WOKEN or MLFQ_OTHERS */
static int mlfq_levels = 3;
static int mlfq_slice_ms = 10;     /* on the highest level */
static int mlfq_allotment_ms = 50; /* as well: a shell needs less for a line */
static int mlfq_boost_ticks = 100;

static int mlfq_boost_left;      /* ticks until the next boost */
static unsigned int mlfq_boosts; /* how many there were: who has seen fewer is due */

static void mlfq_init(void)
{
    for (unsigned int i = 0; i < ARRAY_LEN(mlfq_queues); i++) {
        for (int kind = 0; kind < MLFQ_KINDS; kind++)
            list_init(&mlfq_queues[i][kind]);
    }
    mlfq_boost_left = mlfq_boost_ticks;
}

static void mlfq_enter(struct sched_ent *ent, int level)
{
    ent->level = level;
    ent->used_ns = 0;
    ent->slice_ns = 0;
}

/* Rules 3 and 5: to the highest level, if it is new or a boost has come since. */
static void mlfq_raise(struct sched_ent *ent, bool is_new)
{
    if (is_new || ent->boost != mlfq_boosts)
        mlfq_enter(ent, 0);
    ent->boost = mlfq_boosts;
}

/* Rule 5. Those that are not queued are raised when they come. */
static void mlfq_boost(void)
{
    for (unsigned int i = 1; i < ARRAY_LEN(mlfq_queues); i++) {
        for (int kind = 0; kind < MLFQ_KINDS; kind++)
            list_splice_tail(&mlfq_queues[0][kind], &mlfq_queues[i][kind]);
    }
    mlfq_boosts++;
    mlfq_boost_left = mlfq_boost_ticks;
}

/* From a twentieth for nice 19 to twice as long for -20. */
static uint64_t mlfq_slice(const struct sched_ent *ent)
{
    uint64_t ns = (uint64_t)mlfq_slice_ms * MLFQ_NS_PER_MS << ent->level;
    return ns / MLFQ_NICE_RANGE * (uint64_t)(MLFQ_NICE_RANGE - sched_niceness(ent));
}

/* What ENT had too much of is taken off, for slices end at ticks, and ticks may come
 * late. */
static void mlfq_give_slice(struct sched_ent *ent)
{
    ent->slice_ns = MAX((int64_t)mlfq_slice(ent) + MIN(ent->slice_ns, 0), 0);
}

static bool mlfq_enqueue(struct sched_ent *ent, enum sched_why why,
                         const struct sched_ent *running)
{
    mlfq_raise(ent, why == SCHED_NEW);
    bool is_batch = ent->policy != SCHED_OTHER;
    int kind = why == SCHED_WOKEN && !is_batch ? MLFQ_WOKEN : MLFQ_OTHERS;
    struct list *queue = &mlfq_queues[ent->level][kind];
    bool has_slice = why == SCHED_PREEMPTED && ent->slice_ns > 0;
    if (!has_slice)
        mlfq_give_slice(ent);
    if (has_slice)
        list_add_head(queue, &ent->link);
    else
        list_add_tail(queue, &ent->link);
    return running && !is_batch && running->boost == mlfq_boosts &&
           ent->level < running->level;
}

static void mlfq_dequeue(struct sched_ent *ent)
{
    list_remove(&ent->link);
}

/* The queue whose turn it is on the highest level where one is ready; or NULL. */
static struct list *mlfq_next_queue(void)
{
    for (unsigned int i = 0; i < ARRAY_LEN(mlfq_queues); i++) {
        for (int tries = 0; tries < MLFQ_KINDS; tries++) {
            mlfq_turn = !mlfq_turn;
            if (!list_is_empty(&mlfq_queues[i][mlfq_turn]))
                return &mlfq_queues[i][mlfq_turn];
        }
    }
    return NULL;
}

static struct sched_ent *mlfq_pick(void)
{
    struct list *queue = mlfq_next_queue();
    if (!queue)
        return NULL;
    struct sched_ent *ent = LIST_FIRST(queue, struct sched_ent, link);
    list_remove(&ent->link);
    mlfq_raise(ent, false);
    if (ent->slice_ns <= 0)
        mlfq_give_slice(ent);
    return ent;
}

static void mlfq_charge(struct sched_ent *ent, uint64_t ran_ns)
{
    ent->used_ns += ran_ns;
    ent->slice_ns -= (int64_t)ran_ns;
    uint64_t allotment_ns = (uint64_t)mlfq_allotment_ms * MLFQ_NS_PER_MS << ent->level;
    if (ent->used_ns >= allotment_ns && ent->level < mlfq_levels - 1)
        mlfq_enter(ent, ent->level + 1);
}

static bool mlfq_tick(struct sched_ent *ent)
{
    return ent->slice_ns <= 0;
}

static void mlfq_age(void)
{
    if (--mlfq_boost_left <= 0)
        mlfq_boost();
}

const struct sched_policy sched_mlfq = {
    .name = "mlfq",
    .init = mlfq_init,
    .enqueue = mlfq_enqueue,
    .dequeue = mlfq_dequeue,
    .pick = mlfq_pick,
    .charge = mlfq_charge,
    .tick = mlfq_tick,
    .age = mlfq_age,
    .slice = mlfq_slice,
    .knobs = {
        { "levels", &mlfq_levels, 1, MLFQ_LEVELS_MAX },
        { "slice_ms", &mlfq_slice_ms, 1, 1000 },
        { "allotment_ms", &mlfq_allotment_ms, 1, 10000 },
        { "boost_ticks", &mlfq_boost_ticks, 1, 100000 },
    },
};
