/* SPDX-License-Identifier: MIT */
/*
 * What each policy promises: mlfq the book's five rules (OSTEP chapter 8), lottery and
 * stride their shares (chapter 9); fair's are in policy-fair.c.
 *
 * Sources: $(POLICY_SOURCES)
 */
#include "policy.h"

/* ---- mlfq ------------------------------------------------------------------- */

/* Boosts come every TICKS from now on. */
static void mlfq_set_boost(int ticks)
{
    set("boost_ticks", ticks);
    policy_chosen()->init();
}

static void mlfq_setup(int count)
{
    policy_setup("mlfq");
    mlfq_set_boost(1000000);
    begin(count);
}

static void test_mlfq_levels(void)
{
    struct sched_ent *ent;
    int ticks = 0;

    mlfq_setup(1);
    ent = policy_pick();
    tap_ok(ent->level == 0, "mlfq: rule 3: one begins on the highest level");
    for (ticks = 0; ent->level == 0; ticks++)
        run_tick(ent);
    tap_ok(ticks == 5, "mlfq: rule 4: until its allotment is used up");
    for (ticks = 0; ent->level == 1; ticks++)
        run_tick(ent);
    tap_ok(ticks == 10, "mlfq: which doubles with each level");
    for (ticks = 0; ticks < 100; ticks++)
        run_tick(ent);
    tap_ok(ent->level == 2, "mlfq: the lowest level is the last");
    policy_enqueue(ent, SCHED_PREEMPTED, NULL);
    tap_ok(policy_enqueue(&ents[1], SCHED_NEW, ent), "mlfq: rule 1: it is preempted");
    tap_ok(policy_pick() == &ents[1], "mlfq: the higher level runs");
    policy_enqueue(&ents[1], SCHED_PREEMPTED, NULL);
    tap_ok(!policy_enqueue(&ents[2], SCHED_NEW, &ents[1]), "mlfq: by no equal one");
    run_tick(&ents[1]);
    policy_pick();
    tap_ok(policy_pick() == &ents[2], "mlfq: rule 2: equals take turns");
}

/* Nine of ten milliseconds, then a sleep: no tick ever sees it run. */
static void test_mlfq_game(void)
{
    struct sched_ent *ent;
    int sleeps = 0;

    mlfq_setup(1);
    for (ent = policy_pick(); ent->level == 0 && sleeps < 100; sleeps++) {
        policy_charge(ent, TICK_NS / 10 * 9);
        policy_enqueue(ent, SCHED_WOKEN, NULL);
        policy_pick();
    }
    tap_ok(sleeps == 6, "mlfq: rule 4: also in pieces between the ticks");
}

/* Some that wake as soon as they have slept, and two that have not slept. */
static void test_mlfq_crowd(void)
{
    enum { CROWD = 10, PICKS = 1000 };
    int picks[CROWD + 2] = { 0 };

    mlfq_setup(CROWD + 2);
    for (int i = 0; i < CROWD; i++) {
        policy_dequeue(&ents[i]);
        policy_enqueue(&ents[i], SCHED_WOKEN, NULL);
    }
    for (int i = 0; i < PICKS; i++) {
        struct sched_ent *ent = policy_pick();
        picks[ent - ents]++;
        policy_enqueue(ent, ent < &ents[CROWD] ? SCHED_WOKEN : SCHED_YIELDED, NULL);
    }
    tap_ok(picks[CROWD] == PICKS / 4 && picks[CROWD + 1] == PICKS / 4,
           "mlfq: a crowd of sleepers leaves half to the others");
    int least = PICKS;
    for (int i = 0; i < CROWD; i++)
        least = picks[i] < least ? picks[i] : least;
    tap_ok(least == PICKS / 2 / CROWD, "mlfq: and they take turns");
}

static void test_mlfq_boost(void)
{
    struct sched_ent *old = &ents[0];

    mlfq_setup(1);
    run_for(1000);
    tap_ok(old->level == 2, "mlfq: an old one is down");
    for (int i = 0; i < 1000; i++) {
        policy_enqueue(&ents[1], SCHED_NEW, NULL);
        run_for(1);
        policy_dequeue(&ents[1]);
    }
    tap_ok(ran_ticks[0] == 1000, "mlfq: it starves while new ones come");
    policy_dequeue(old);
    mlfq_set_boost(50);
    policy_enqueue(old, SCHED_PREEMPTED, NULL);
    for (int i = 0; i < 1000; i++) {
        policy_enqueue(&ents[1], SCHED_NEW, NULL);
        run_for(1);
        policy_dequeue(&ents[1]);
    }
    tap_ok(ran_ticks[0] > 1010, "mlfq: rule 5: until there are boosts");
}

/* One that waits for its user has used up its allotment, and nobody else runs. */
static void test_mlfq_idle_boost(void)
{
    policy_setup("mlfq");
    mlfq_set_boost(100);
    begin(1);
    run_for(90);
    policy_dequeue(&ents[0]);
    bool was_down = ents[0].level == 2;
    for (int i = 0; i < 100; i++)
        policy_age();
    policy_enqueue(&ents[0], SCHED_WOKEN, NULL);
    tap_ok(was_down && ents[0].level == 0, "mlfq: rule 5: boosts come while all sleep");
}

/* Two that were waiting or running when a boost came have their whole slices. */
static void test_mlfq_slice(void)
{
    enum { SLICE_TICKS = 10, SLICES = 20 };
    int wrong = 0;

    policy_setup("mlfq");
    set("slice_ms", 100);
    set("allotment_ms", 10000);
    mlfq_set_boost(3 * SLICE_TICKS + 5);
    begin(2);
    for (int i = 0; i < SLICES; i++) {
        struct sched_ent *ent = policy_pick();
        int ticks = 1;

        while (!run_tick(ent))
            ticks++;
        wrong += ticks != SLICE_TICKS;
        policy_enqueue(ent, SCHED_PREEMPTED, NULL);
    }
    tap_ok(wrong == 0, "mlfq: a boost leaves slices as they are (%d)", wrong);
    set("slice_ms", 10);
    set("allotment_ms", 50);
}

/* ---- Shares ------------------------------------------------------------------ */

/* Three with tickets 3:2:1 run for TICKS; the share of the one with 3. */
static double run_tickets(const char *name, int ticks)
{
    policy_setup(name);
    for (int i = 0; i < 3; i++)
        ents[i].tickets = (3 - i) * 50;
    begin(3);
    run_for(ticks);
    return (double)ran_ticks[0] / ticks;
}

static void test_stride(void)
{
    double share = run_tickets("stride", 6000);

    tap_ok(is_within(share, 0.49, 0.51), "stride: 3 of 6 tickets are half");
    tap_ok(is_within((double)ran_ticks[1] / 6000, 0.327, 0.34) &&
           is_within((double)ran_ticks[2] / 6000, 0.163, 0.17),
           "stride: 2 and 1 of 6 a third and a sixth");
    policy_enqueue(&ents[3], SCHED_WOKEN, NULL);
    ents[3].tickets = 50;
    memset(ran_ticks, 0, sizeof(ran_ticks));
    run_for(700);
    tap_ok(is_within(ran_ticks[3], 98, 102),
           "stride: who was away has not saved anything up");
}

/* Of N draws at chance 1/2 the number has the deviation sqrt(N) / 2; 4 times that
 * is left in one of 15,000 seeds. */
static void test_lottery(void)
{
    const int ticks = 10000, deviation = 50;
    int half, again;

    tap_ok(policy_set("lottery.seed=1") == 0, "lottery: it has a seed");
    run_tickets("lottery", ticks);
    half = ran_ticks[0];
    tap_ok(is_within(half, ticks / 2 - 4 * deviation, ticks / 2 + 4 * deviation),
           "lottery: 3 of 6 tickets are half, up to chance");
    run_tickets("rr", 10);
    tap_ok(policy_set("lottery.seed=1") == 0, "lottery: it can be given again");
    run_tickets("lottery", ticks);
    again = ran_ticks[0];
    tap_ok(again == half, "lottery: the same seed gives the same winners");
    policy_setup("lottery");
    set("seed", 4711);
    run_tickets("rr", 10);
    run_tickets("lottery", ticks);
    tap_ok(ran_ticks[0] != half, "lottery: another seed others");
}

int main(void)
{
    test_mlfq_levels();
    test_mlfq_game();
    test_mlfq_crowd();
    test_mlfq_boost();
    test_mlfq_idle_boost();
    test_mlfq_slice();
    test_stride();
    test_lottery();
    return tap_done();
}
