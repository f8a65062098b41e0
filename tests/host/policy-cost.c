/* SPDX-License-Identifier: MIT */
/*
 * What a choice costs, by how many are ready: the same for fifo, rr, mlfq and rt, in
 * proportion to the logarithm for stride and fair; the lottery's draw walks.  A step is
 * a piece of code without a branch, counted by what the compiler puts into each.
 *
 * Sources: $(POLICY_SOURCES)
 */
#include <asm/sched.h>
#include <stdlib.h>

#include "sched/policies.h"
#include "tap.h"

enum { FEW = 10, MANY = 10000, ROUNDS = 2000, TICK_NS = 10000000 };

#ifdef __clang__
#define NOT_COUNTED __attribute__((no_sanitize("coverage")))
#else
#define NOT_COUNTED __attribute__((no_sanitize_coverage))
#endif

static unsigned long steps;

/* The compiler calls it in each piece of code: -fsanitize-coverage=trace-pc. */
void __sanitizer_cov_trace_pc(void);
NOT_COUNTED void __sanitizer_cov_trace_pc(void)
{
    steps++;
}

struct cost {
    unsigned long enqueue, pick, dequeue; /* the most that one took, in steps */
};

static struct sched_ent ents[MANY];

static unsigned long most(unsigned long before, unsigned long most)
{
    return MAX(steps - before, most);
}

static struct cost measure(int count, int rt_priority)
{
    struct cost cost = { 0, 0, 0 };

    srand(1);
    for (int i = 0; i < count; i++) {
        ents[i] = (struct sched_ent){ .tickets = 100, .policy = SCHED_RR,
                                      .rt_priority = rt_priority };
        list_init(&ents[i].link);
        policy_enqueue(&ents[i], SCHED_NEW, NULL);
    }
    for (int round = 0; round < ROUNDS; round++) {
        unsigned long start = steps;
        struct sched_ent *ent = policy_pick();

        cost.pick = most(start, cost.pick);
        policy_charge(ent, (uint64_t)(rand() % TICK_NS));
        policy_age();
        policy_tick(ent);
        start = steps;
        policy_enqueue(ent, SCHED_PREEMPTED, NULL);
        cost.enqueue = most(start, cost.enqueue);
        ent = &ents[rand() % count];
        start = steps;
        policy_dequeue(ent);
        cost.dequeue = most(start, cost.dequeue);
        policy_enqueue(ent, SCHED_WOKEN, NULL);
    }
    while (policy_pick())
        ;
    return cost;
}

/* Whether MANY cost at most TIMES as much as FEW. */
static void judge(const char *name, int rt_priority, double times)
{
    struct cost few = measure(FEW, rt_priority);
    struct cost many = measure(MANY, rt_priority);

    tap_ok(many.enqueue <= times * few.enqueue && many.pick <= times * few.pick &&
           many.dequeue <= times * few.dequeue,
           "%s: enqueue %lu steps, pick %lu, dequeue %lu at %d; %lu, %lu, %lu at %d",
           name, few.enqueue, few.pick, few.dequeue, FEW, many.enqueue, many.pick,
           many.dequeue, MANY);
}

int main(void)
{
    const double constant = 1.0, logarithmic = 4.5; /* log 10,000 is 4 times log 10 */

    for (unsigned int n = 0; policy_nth(n); n++) {
        const char *name = policy_nth(n)->name;
        bool is_constant = policy_nth(n) == &sched_fifo ||
                           policy_nth(n) == &sched_rr || policy_nth(n) == &sched_mlfq;

        if (policy_choose(name) < 0)
            return 1;
        judge(name, 0, policy_nth(n) == &sched_lottery ? MANY
                       : is_constant ? constant : logarithmic);
        if (n == 0)
            judge("rt", 50, constant);
    }
    return tap_done();
}
