/* SPDX-License-Identifier: MIT */
/*
 * Every scheduling policy keeps the contract of sched/sched.h, seen from the
 * mechanism: what was put in comes out, once, and nothing else does.
 *
 * Sources: kernel/sched/rr.c
 */
#include <stdio.h>
#include <stdlib.h>

#include "sched/sched.h"
#include "tap.h"

enum { ENTITIES = 50, ROUNDS = 20000, SLICE = 3 };

static struct sched_ent ents[ENTITIES];

static void setup(const struct sched_policy *policy)
{
    policy->init();
    for (int i = 0; i < ENTITIES; i++)
        list_init(&ents[i].link);
}

static void test_conserves(const struct sched_policy *policy)
{
    bool is_in[ENTITIES] = { false };
    int inside = 0;
    bool has_erred = false;

    setup(policy);
    srand(1);
    for (int round = 0; round < ROUNDS && !has_erred; round++) {
        int i = rand() % ENTITIES;

        if (rand() % 3 == 0) {
            struct sched_ent *ent = policy->pick();

            has_erred = ent == NULL ? inside != 0 : !is_in[ent - ents];
            if (ent != NULL) {
                is_in[ent - ents] = false;
                inside--;
            }
        } else if (is_in[i]) {
            policy->dequeue(&ents[i]);
            is_in[i] = false;
            inside--;
        } else {
            policy->enqueue(&ents[i], rand() % (SCHED_WOKEN + 1));
            is_in[i] = true;
            inside++;
        }
    }
    while (!has_erred && inside > 0) {
        struct sched_ent *ent = policy->pick();

        has_erred = ent == NULL || !is_in[ent - ents];
        inside--;
    }
    tap_ok(!has_erred && policy->pick() == NULL,
           "%s: what was put in comes out, once", policy->name);
}

static void test_empty(const struct sched_policy *policy)
{
    setup(policy);
    tap_ok(policy->pick() == NULL, "%s: an empty queue has nobody",
           policy->name);
    policy->enqueue(&ents[0], SCHED_NEW);
    policy->dequeue(&ents[0]);
    tap_ok(policy->pick() == NULL, "%s: who was taken out is gone",
           policy->name);
}

/* Everybody always ready: in the long run everybody gets the CPU. */
static void test_starves_nobody(const struct sched_policy *policy)
{
    int ran[ENTITIES] = { 0 };
    int least = ROUNDS;

    setup(policy);
    for (int i = 0; i < ENTITIES; i++)
        policy->enqueue(&ents[i], SCHED_NEW);
    for (int round = 0; round < ROUNDS; round++) {
        struct sched_ent *ent = policy->pick();

        ran[ent - ents]++;
        while (!policy->tick(ent))
            ;
        policy->enqueue(ent, SCHED_PREEMPTED);
    }
    for (int i = 0; i < ENTITIES; i++)
        least = ran[i] < least ? ran[i] : least;
    tap_ok(least > 0, "%s: starves nobody", policy->name);
}

static void test_round_robin(void)
{
    bool is_in_turn = true;
    int ticks = 1;

    rr_slice_ticks = SLICE;
    setup(&sched_rr);
    for (int i = 0; i < ENTITIES; i++)
        sched_rr.enqueue(&ents[i], SCHED_WOKEN);
    for (int round = 0; round < 3 * ENTITIES; round++) {
        struct sched_ent *ent = sched_rr.pick();

        is_in_turn = is_in_turn && ent == &ents[round % ENTITIES];
        sched_rr.enqueue(ent, SCHED_PREEMPTED);
    }
    tap_ok(is_in_turn, "rr: all run in turn");
    setup(&sched_rr);
    tap_ok(!sched_rr.enqueue(&ents[0], SCHED_WOKEN), "rr: nobody preempts");
    sched_rr.pick();
    while (!sched_rr.tick(&ents[0]))
        ticks++;
    tap_ok(ticks == SLICE, "rr: a slice has as many ticks as was said");
}

int main(void)
{
    static const struct sched_policy *const policies[] = { &sched_rr };

    for (size_t i = 0; i < ARRAY_LEN(policies); i++) {
        test_empty(policies[i]);
        test_conserves(policies[i]);
        test_starves_nobody(policies[i]);
    }
    test_round_robin();
    return tap_done();
}
