/* SPDX-License-Identifier: MIT */
/*
 * Lottery scheduling (OSTEP chapter 9): each slice is drawn, and who has more tickets
 * wins more often.
 *
 * The draw walks over the queue, as in the book: it costs the more the more are ready.
 * The same seed gives the same winners.
 * Called by sched/core.c with interrupts off.  Owns the queue and the row of numbers.
 */
#include "lib/random.h"
#include "sched/sched.h"

static struct list lottery_queue = LIST_INIT(lottery_queue);
static int lottery_slice_ticks = 1;
int lottery_seed = 1; /* the last random number, never 0 */

static void lottery_init(void)
{
    list_init(&lottery_queue);
}

static bool lottery_enqueue(struct sched_ent *ent, enum sched_why why,
                            const struct sched_ent *running)
{
    (void)why;
    (void)running;
    ent->slice_ticks = lottery_slice_ticks;
    list_add_tail(&lottery_queue, &ent->link);
    return false;
}

static void lottery_dequeue(struct sched_ent *ent)
{
    list_remove(&ent->link);
}

static struct sched_ent *lottery_pick(void)
{
    uint32_t tickets = 0, counter = 0;
    if (list_is_empty(&lottery_queue))
        return NULL;
    LIST_FOR_EACH(ent, &lottery_queue, struct sched_ent, link)
        tickets += (uint32_t)ent->tickets;
    lottery_seed = (int)random_after((uint32_t)lottery_seed);
    uint32_t winner = (uint32_t)lottery_seed % tickets;
    LIST_FOR_EACH(ent, &lottery_queue, struct sched_ent, link) {
        counter += (uint32_t)ent->tickets;
        if (counter > winner) {
            list_remove(&ent->link);
            return ent;
        }
    }
    return NULL; /* not reached: COUNTER comes to TICKETS */
}

static bool lottery_tick(struct sched_ent *ent)
{
    return --ent->slice_ticks <= 0;
}

static uint64_t lottery_slice(const struct sched_ent *ent)
{
    (void)ent;
    return (uint64_t)lottery_slice_ticks * NS_PER_TICK;
}

const struct sched_policy sched_lottery = {
    .name = "lottery",
    .init = lottery_init,
    .enqueue = lottery_enqueue,
    .dequeue = lottery_dequeue,
    .pick = lottery_pick,
    .tick = lottery_tick,
    .slice = lottery_slice,
    .knobs = {
        { "seed", &lottery_seed, 1, INT32_MAX },
        { "slice_ticks", &lottery_slice_ticks, 1, 100 },
    },
};
