/* SPDX-License-Identifier: MIT */
/*
 * From the mechanism to a policy: the table of all, and the choice.
 *
 * A process with a real-time priority belongs to sched_rt, every other to the chosen
 * policy, which runs when no real-time process is ready.
 * Called by sched/core.c with interrupts off.  Owns the choice.
 * Read next: sched/rr.c.
 */
#include "sched/policies.h"

#include "lib/number.h"
#include "lib/string.h"

static const struct sched_policy *const policies[] = {
#define POLICY(name) &sched_##name,
#include "sched/policies.def"
#undef POLICY
};

static const struct sched_policy *chosen;

const struct sched_policy *policy_chosen(void)
{
    return chosen;
}

const struct sched_policy *policy_nth(unsigned int n)
{
    return n < ARRAY_LEN(policies) ? policies[n] : NULL;
}

/* Whether WORD is the LEN bytes at TEXT. */
static bool word_is(const char *word, const char *text, size_t len)
{
    return strlen(word) == len && strncmp(word, text, len) == 0;
}

static const struct sched_policy *policy_find(const char *name, size_t len)
{
    for (unsigned int i = 0; i < ARRAY_LEN(policies); i++) {
        if (word_is(policies[i]->name, name, len))
            return policies[i];
    }
    return NULL;
}

int policy_choose(const char *name)
{
    const char *end = strchr(name, '\n');
    const struct sched_policy *old = chosen;
    const struct sched_policy *next =
        policy_find(name, end ? (size_t)(end - name) : strlen(name));
    struct sched_ent *ent;
    if (!next || (end && end[1] != '\0'))
        return -EINVAL;
    if (next == old)
        return 0;
    next->init();
    chosen = next;
    if (!old)
        sched_rt.init(); /* at boot */
    else
        while ((ent = old->pick()))
            policy_enqueue(ent, SCHED_NEW, NULL);
    return 0;
}

int policy_set(const char *line)
{
    const char *dot = strchr(line, '.'), *sign = strchr(line, '=');
    unsigned long value;
    if (!dot || !sign || sign < dot || !number_parse(sign + 1, INT32_MAX, &value))
        return -EINVAL;
    const struct sched_policy *policy = policy_find(line, (size_t)(dot - line));
    size_t len = (size_t)(sign - dot - 1);
    for (const struct sched_knob *k = policy ? policy->knobs : NULL; k && k->name; k++) {
        if (word_is(k->name, dot + 1, len) && (int)value >= k->min &&
            (int)value <= k->max) {
            *k->value = (int)value;
            return 0;
        }
    }
    return -EINVAL;
}

const struct sched_policy *policy_of(const struct sched_ent *ent)
{
    return ent->rt_priority > 0 ? &sched_rt : chosen;
}

bool policy_enqueue(struct sched_ent *ent, enum sched_why why,
                    const struct sched_ent *running)
{
    const struct sched_policy *policy = policy_of(ent);
    bool is_rival = running && policy_of(running) == policy;
    if (ent->by != policy)
        why = SCHED_NEW;
    ent->by = policy;
    bool is_better = policy->enqueue(ent, why, is_rival ? running : NULL);
    return is_better || (running && !is_rival && policy == &sched_rt);
}

void policy_dequeue(struct sched_ent *ent)
{
    policy_of(ent)->dequeue(ent);
}

struct sched_ent *policy_pick(void)
{
    struct sched_ent *ent = sched_rt.pick();
    return ent ? ent : chosen->pick();
}

void policy_charge(struct sched_ent *ent, uint64_t ran_ns)
{
    const struct sched_policy *policy = policy_of(ent);
    if (policy->charge && ent->by == policy)
        policy->charge(ent, ran_ns);
}

void policy_age(void)
{
    if (chosen->age)
        chosen->age();
}

bool policy_tick(struct sched_ent *ent)
{
    return policy_of(ent)->tick(ent);
}
