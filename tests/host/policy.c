/* SPDX-License-Identifier: MIT */
/*
 * Every scheduling policy keeps the contract of sched/sched.h: what was put in
 * comes out, once, and nothing else does; nobody starves whose turn it can be; and
 * one takes over from another what is ready.
 *
 * Sources: $(POLICY_SOURCES)
 */
#include "policy.h"

#include <asm/sched.h>
#include <tine/errno.h>

static void test_empty(const char *name)
{
    policy_setup(name);
    tap_ok(policy_pick() == NULL, "%s: an empty queue has nobody", name);
    policy_enqueue(&ents[0], SCHED_NEW, NULL);
    policy_dequeue(&ents[0]);
    tap_ok(policy_pick() == NULL, "%s: who was taken out is gone", name);
}

/* In random order one is picked, or one goes, or one comes. */
static void test_conserves(const char *name)
{
    bool is_in[ENTITIES] = { false }, is_right = true;
    int inside = 0;

    policy_setup(name);
    srand(1);
    for (int round = 0; round < 20000 && is_right; round++) {
        int i = rand() % ENTITIES;

        if (rand() % 3 == 0) {
            struct sched_ent *ent = policy_pick();

            is_right = ent ? is_in[ent - ents] : inside == 0;
            if (!ent)
                continue;
            run_tick(ent);
            i = (int)(ent - ents);
        } else if (is_in[i]) {
            policy_dequeue(&ents[i]);
        } else {
            policy_enqueue(&ents[i], rand() % (SCHED_WOKEN + 1), NULL);
        }
        is_in[i] = !is_in[i];
        inside += is_in[i] ? 1 : -1;
    }
    for (; is_right && inside > 0; inside--) {
        struct sched_ent *ent = policy_pick();

        is_right = ent && is_in[ent - ents];
    }
    tap_ok(is_right && policy_pick() == NULL,
           "%s: what was put in comes out, once", name);
}

/* Everybody always ready: in the long run everybody gets the CPU. */
static void test_starves_nobody(const char *name)
{
    int least = 1;

    policy_setup(name);
    for (int i = 0; i < ENTITIES; i++)
        policy_enqueue(&ents[i], SCHED_NEW, NULL);
    run_for(20000);
    for (int i = 0; i < ENTITIES; i++)
        least = MIN(least, ran_ticks[i]);
    if (strcmp(name, "fifo") == 0)
        tap_ok(ran_ticks[0] == 20000, "fifo: the first one keeps the CPU");
    else
        tap_ok(least > 0, "%s: starves nobody", name);
}

static void test_round_robin(void)
{
    bool is_in_turn = true;

    rr_slice_ticks = 3;
    policy_setup("rr");
    for (int i = 0; i < ENTITIES; i++)
        policy_enqueue(&ents[i], SCHED_WOKEN, NULL);
    for (int round = 0; round < 3 * ENTITIES; round++) {
        struct sched_ent *ent = policy_pick();

        is_in_turn = is_in_turn && ent == &ents[round % ENTITIES] &&
                     !run_tick(ent) && !run_tick(ent) && run_tick(ent);
        policy_enqueue(ent, SCHED_PREEMPTED, NULL);
    }
    tap_ok(is_in_turn, "rr: all run in turn, each for one slice");
}

static void test_fifo(void)
{
    policy_setup("fifo");
    policy_enqueue(&ents[0], SCHED_NEW, NULL);
    policy_enqueue(&ents[1], SCHED_NEW, NULL);
    tap_ok(policy_pick() == &ents[0], "fifo: who came first is first");
    policy_enqueue(&ents[0], SCHED_PREEMPTED, NULL);
    tap_ok(policy_pick() == &ents[0], "fifo: and again, if it was preempted");
    policy_enqueue(&ents[0], SCHED_YIELDED, NULL);
    tap_ok(policy_pick() == &ents[1], "fifo: but not when it yields");
}

static void test_choice(const char *name)
{
    bool has_come[ENTITIES] = { false };
    int count = 0, wanted = 0;

    for (unsigned int n = 0; policy_nth(n); n++, wanted += ENTITIES) {
        policy_setup(name);
        for (int i = 0; i < ENTITIES; i++)
            policy_enqueue(&ents[i], SCHED_WOKEN, NULL);
        run_for(200);
        if (policy_choose(policy_nth(n)->name) < 0)
            return;
        run_for(200);
        memset(has_come, 0, sizeof(has_come));
        for (struct sched_ent *ent = policy_pick(); ent; ent = policy_pick())
            has_come[ent - ents] = true;
        for (int i = 0; i < ENTITIES; i++)
            count += has_come[i];
    }
    tap_ok(count == wanted, "%s: all change over from it", name);
}

static void test_real_time(void)
{
    policy_setup("rr");
    for (int i = 0; i < 5; i++) {
        ents[i].policy = i == 4 ? SCHED_RR : SCHED_FIFO;
        ents[i].rt_priority = i == 0 ? 0 : i == 1 ? 50 : 70;
        policy_enqueue(&ents[i], SCHED_NEW, NULL);
    }
    tap_ok(policy_pick() == &ents[2], "rt: the first of the highest");
    tap_ok(!run_tick(&ents[2]), "rt: SCHED_FIFO has no slice");
    policy_enqueue(&ents[2], SCHED_PREEMPTED, NULL);
    tap_ok(policy_pick() == &ents[2], "rt: who is preempted stays the first");
    policy_enqueue(&ents[2], SCHED_YIELDED, NULL);
    tap_ok(policy_pick() == &ents[3], "rt: who yields goes to the end");
    tap_ok(policy_pick() == &ents[4], "rt: all of the highest in turn");
    while (!run_tick(&ents[4]))
        ;
    policy_enqueue(&ents[4], SCHED_PREEMPTED, NULL);
    tap_ok(policy_pick() == &ents[2], "rt: SCHED_RR has a slice");
    tap_ok(policy_pick() == &ents[4] && policy_pick() == &ents[1],
           "rt: then the next priority");
    tap_ok(policy_pick() == &ents[0], "rt: then all others");
    tap_ok(policy_enqueue(&ents[1], SCHED_WOKEN, &ents[0]), "rt: it preempts those");
    tap_ok(policy_enqueue(&ents[2], SCHED_WOKEN, &ents[1]), "rt: and a lower one");
    tap_ok(!policy_enqueue(&ents[3], SCHED_WOKEN, &ents[2]), "rt: no equal one");
    tap_ok(!policy_enqueue(&ents[0], SCHED_WOKEN, &ents[1]), "rt: nobody preempts it");
}

/* What sched_rr_get_interval(2) says of one of POLICY, under the policy NAME. */
static bool has_slice(const char *name, int policy, int nice, unsigned int ms)
{
    policy_setup(name);
    ents[0].policy = policy;
    ents[0].rt_priority = policy == SCHED_RR || policy == SCHED_FIFO;
    ents[0].nice = nice;
    const struct sched_policy *of = policy_of(&ents[0]);
    return (of->slice ? of->slice(&ents[0]) : 0) == ms * 1000000ull;
}

static void test_slices(void)
{
    tap_ok(has_slice("fifo", SCHED_OTHER, 0, 0) && has_slice("rr", SCHED_FIFO, 0, 0),
           "fifo, and SCHED_FIFO, know no slice");
    tap_ok(has_slice("rr", SCHED_OTHER, 0, 30) && has_slice("fair", SCHED_RR, 0, 30),
           "the slice of rr, and of SCHED_RR");
    tap_ok(has_slice("mlfq", SCHED_OTHER, 0, 10) &&
           has_slice("mlfq", SCHED_OTHER, 10, 5) &&
           has_slice("mlfq", SCHED_OTHER, -20, 20), "of mlfq, by the nice value");
    tap_ok(has_slice("fair", SCHED_OTHER, 0, 5) && has_slice("stride", SCHED_OTHER, 0, 10) &&
           has_slice("lottery", SCHED_OTHER, 0, 10), "of fair, stride and lottery");
}

static void test_figures(void)
{
    tap_ok(policy_set("stride.slice_ticks=100") == 0, "a figure is set");
    tap_ok(policy_set("stride.slice_ticks=1") == 0, "and set back");
    tap_ok(policy_set("stride.slice_ticks=101") == -EINVAL &&
               policy_set("stride.slice_ticks=0") == -EINVAL,
           "out of its bounds: EINVAL");
    tap_ok(policy_set("stride.nosuch=1") == -EINVAL &&
               policy_set("nosuch.slice_ticks=1") == -EINVAL &&
               policy_set("stride=1") == -EINVAL &&
               policy_set("stride.=1") == -EINVAL,
           "an unknown figure: EINVAL");
}

int main(void)
{
    test_figures();
    tap_ok(policy_choose("nosuch") == -EINVAL, "an unknown policy: EINVAL");
    for (unsigned int n = 0; policy_nth(n); n++) {
        const char *name = policy_nth(n)->name;

        test_empty(name);
        test_conserves(name);
        test_starves_nobody(name);
        test_choice(name);
    }
    test_fifo();
    test_round_robin();
    test_real_time();
    test_slices();
    return tap_done();
}
