/* SPDX-License-Identifier: MIT */
/*
 * An interactive process, which computes little and sleeps much, is answered within
 * 50 ms beside 100 that compute, under mlfq and fair; from its start on, although that
 * cost more than its share.  SCHED_BATCH takes the CPU from nobody.
 *
 * Sources: $(POLICY_SOURCES)
 */
#include <asm/sched.h>

#include "policy.h"

/* The ticks until ENT, which wakes while HOG runs, has the CPU. */
static int wait_of(struct sched_ent *ent, struct sched_ent *hog)
{
    bool is_over = policy_enqueue(ent, SCHED_WOKEN, hog);
    int ticks = 0;

    for (;; is_over = run_tick(hog), ticks++) {
        if (!is_over)
            continue;
        policy_enqueue(hog, SCHED_PREEMPTED, NULL);
        hog = policy_pick();
        if (hog == ent)
            return ticks;
    }
}

static void test_interactive(const char *name)
{
    enum { STARTS = 100 }; /* rounds until the cost of the start is made good */
    struct sched_ent *ent = &ents[ENTITIES - 1];
    int most = 0, cut = 0;

    policy_setup(name);
    begin(ENTITIES - 1);
    run_for(5000);
    policy_enqueue(ent, SCHED_NEW, NULL);
    policy_dequeue(ent);
    policy_charge(ent, 4 * TICK_NS); /* to start as a program */
    for (int round = 0; round < 3000; round++) {
        struct sched_ent *hog = policy_pick();
        int ticks;

        run_tick(hog);
        ticks = wait_of(ent, hog);
        most = MAX(ticks, most);
        policy_charge(ent, TICK_NS / 100);
        cut += policy_tick(ent) && round > STARTS;
    }
    tap_ok(cut == 0, "%s: it goes on when a tick finds it (%d)", name, cut);
    tap_ok(most < 5, "%s: one that wakes among hogs waits %d ticks", name, most);
}

/* It wakes when the slice of one that computes has begun. */
static void test_batch(const char *name)
{
    static const int policies[] = { SCHED_OTHER, SCHED_BATCH, SCHED_IDLE };
    bool is_first[ARRAY_LEN(policies)];

    for (size_t i = 0; i < ARRAY_LEN(policies); i++) {
        policy_setup(name);
        begin(2);
        run_for(50);
        ents[2].policy = policies[i];
        struct sched_ent *hog = policy_pick();
        policy_enqueue(&ents[2], SCHED_NEW, NULL);
        policy_dequeue(&ents[2]);
        policy_charge(hog, TICK_NS / 10 * 9);
        is_first[i] = policy_enqueue(&ents[2], SCHED_WOKEN, hog);
    }
    tap_ok(is_first[0] && !is_first[1] && !is_first[2],
           "%s: SCHED_BATCH and SCHED_IDLE do not preempt when they wake", name);
}

int main(void)
{
    test_interactive("mlfq");
    test_interactive("fair");
    test_batch("mlfq");
    test_batch("fair");
    return tap_done();
}
