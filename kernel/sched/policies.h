/* SPDX-License-Identifier: MIT */
/*
 * The policies there are, and the one that was chosen; real time is in front of it.
 *
 * Read next: sched/core.c, which calls these.
 */
#pragma once

#include "sched/sched.h"

/* The policy in force, and the Nth there is (NULL: there are no more). */
const struct sched_policy *policy_chosen(void);
const struct sched_policy *policy_nth(unsigned int n);

/*
 * Chooses the policy NAME, which may end with a newline; all that are ready change
 * over to it.
 * Errors: -EINVAL there is none of that name; nothing has changed.
 */
int policy_choose(const char *name) MUST_CHECK;

/*
 * Sets a figure of a policy, in force or not, as LINE says: "mlfq.levels=4".
 * Errors: -EINVAL there is none of that name, or it may not have that value.
 */
int policy_set(const char *line) MUST_CHECK;

/* Whose ENT is: the chosen policy's, or real time's. */
const struct sched_policy *policy_of(const struct sched_ent *ent);

/* As struct sched_policy says, for ENT's policy: real time or the chosen one. */
bool policy_enqueue(struct sched_ent *ent, enum sched_why why,
                    const struct sched_ent *running);
void policy_dequeue(struct sched_ent *ent);
struct sched_ent *policy_pick(void);
void policy_charge(struct sched_ent *ent, uint64_t ran_ns);
void policy_age(void);
bool policy_tick(struct sched_ent *ent);
