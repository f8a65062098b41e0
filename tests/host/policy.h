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

enum { ENTITIES = 101, TICK_NS = 10000000, TICKETS = 100 };

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

/* Sets the chosen policy's knob NAME. */
static inline void set(const char *name, int value)
{
    const struct sched_knob *knobs = policy_chosen()->knobs;

    for (int i = 0; i < SCHED_KNOBS; i++)
        if (knobs[i].name && strcmp(knobs[i].name, name) == 0)
            *knobs[i].value = value;
}

/* The first COUNT entities are ready. */
static inline void begin(int count)
{
    for (int i = 0; i < count; i++)
        policy_enqueue(&ents[i], SCHED_NEW, NULL);
}

static inline bool is_within(double value, double from, double to)
{
    if (value < from || value > to)
        tap_note("%g is not within %g and %g", value, from, to);
    return value >= from && value <= to;
}
