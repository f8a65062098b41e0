/* SPDX-License-Identifier: MIT */
/*
 * The mechanism, as far as policies see it: entities that run for a tick and come
 * back.  Included once by the tests of policies.
 */
#pragma once

#include <stdlib.h>
#include <string.h>

#include "sched/policies.h"
#include "tap.h"

enum { ENTITIES = 50, TICK_NS = 10000000, TICKETS = 100 };

static struct sched_ent ents[ENTITIES];
static int ran_ticks[ENTITIES];

/* Chooses NAME, nobody being ready, and makes all entities new. */
static void policy_setup(const char *name)
{
    while (policy_chosen() && policy_pick())
        ;
    if (policy_choose(name) < 0)
        abort();
    memset(ents, 0, sizeof(ents));
    memset(ran_ticks, 0, sizeof(ran_ticks));
    for (int i = 0; i < ENTITIES; i++) {
        list_init(&ents[i].link);
        ents[i].tickets = TICKETS;
    }
}

/* ENT runs through one tick. Returns: whether its slice is over. */
static bool run_tick(struct sched_ent *ent)
{
    ran_ticks[ent - ents]++;
    policy_charge(ent, TICK_NS);
    policy_age();
    return policy_tick(ent);
}

/* Whoever is ready runs, and stays ready, for TICKS. */
static void run_for(int ticks)
{
    while (ticks > 0) {
        struct sched_ent *ent = policy_pick();

        while (ticks-- > 0 && !run_tick(ent))
            ;
        policy_enqueue(ent, SCHED_PREEMPTED, NULL);
    }
}
