/* SPDX-License-Identifier: MIT */
/*
 * What fair promises (OSTEP chapter 9): shares by nice values, also beside sleepers and
 * from whenever they began; who was asleep is neither starved nor favoured without bound.
 *
 * Sources: $(POLICY_SOURCES)
 */
#include "policy.h"

/* All are ready, for TICKS; SLEEPER sleeps for a moment after each tick of its own. */
static void run_beside(struct sched_ent *sleeper, int ticks)
{
    while (ticks-- > 0) {
        struct sched_ent *next = policy_pick();

        run_tick(next);
        policy_enqueue(next, next == sleeper ? SCHED_WOKEN : SCHED_PREEMPTED, NULL);
    }
}

static void test_fair(void)
{
    int alone;

    policy_setup("fair");
    ents[0].nice = 5;
    ents[1].nice = 0;
    begin(2);
    run_for(4000);
    tap_ok(is_within((double)ran_ticks[1] / ran_ticks[0], 2.9, 3.2),
           "fair: five steps of nice are a third");
    alone = ran_ticks[0] + ran_ticks[1];
    policy_enqueue(&ents[2], SCHED_WOKEN, NULL);
    memset(ran_ticks, 0, sizeof(ran_ticks));
    run_for(10);
    tap_ok(ran_ticks[2] >= 1 && ran_ticks[2] <= 8 && alone == 4000,
           "fair: a sleeper of old has a bonus and no more");
}

/* One that computes for nine tenths of a tick, sleeps for the rest, and so on. */
static void test_fair_bound(void)
{
    struct sched_ent *ent = &ents[ENTITIES - 1];

    policy_setup("fair");
    begin(3);
    policy_enqueue(ent, SCHED_NEW, NULL);
    run_beside(ent, 4000);
    tap_ok(is_within(ran_ticks[ENTITIES - 1], 950, 1050),
           "fair: who sleeps and computes in turn has a quarter beside three (%d)",
           ran_ticks[ENTITIES - 1]);
}

static void test_fair_weights(void)
{
    policy_setup("fair");
    ents[0].nice = 5;
    begin(3);
    run_beside(&ents[2], 20000);
    tap_ok(is_within((double)ran_ticks[1] / ran_ticks[0], 2.9, 3.2) &&
           is_within((double)ran_ticks[2] / ran_ticks[1], 0.9, 1.1),
           "fair: a sleeper leaves the others their shares");
}

/* One has long been alone, on the CPU without a break; then another comes. */
static void test_fair_alone(void)
{
    policy_setup("fair");
    begin(1);
    struct sched_ent *old = policy_pick();
    for (int tick = 0; tick < 1000; tick++)
        run_tick(old);
    policy_enqueue(&ents[1], SCHED_NEW, old);
    policy_enqueue(old, SCHED_PREEMPTED, NULL);
    memset(ran_ticks, 0, sizeof(ran_ticks));
    run_for(1000);
    tap_ok(is_within(ran_ticks[0], 490, 510),
           "fair: who was alone for long shares with a new one (%d)", ran_ticks[0]);
}

/* One that has had 200 ms too much wakes: its bonus does not make up for that. */
static void test_fair_debt(void)
{
    policy_setup("fair");
    begin(4);
    run_for(100);
    policy_dequeue(&ents[0]);
    policy_charge(&ents[0], 20 * TICK_NS);
    policy_enqueue(&ents[0], SCHED_WOKEN, NULL);
    memset(ran_ticks, 0, sizeof(ran_ticks));
    run_for(30);
    tap_ok(ran_ticks[0] == 0, "fair: who has had more than the bonus waits");
    run_for(300);
    tap_ok(is_within(ran_ticks[0], 60, 70), "fair: until the others have had as much (%d)",
           ran_ticks[0]);
}

int main(void)
{
    test_fair();
    test_fair_bound();
    test_fair_weights();
    test_fair_alone();
    test_fair_debt();
    return tap_done();
}
