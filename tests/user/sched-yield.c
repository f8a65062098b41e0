/* SPDX-License-Identifier: MIT */
/*
 * sched_yield() returns 0 and lets others run: two processes that only
 * yield to each other both come on, also on one CPU (sched_yield(2)).
 */
#include "tap.h"

#include <sched.h>
#include <sys/mman.h>

enum { YIELDS = 1000 };

static volatile unsigned int *turns; /* of a child */

static int child_yields(void *unused)
{
    (void)unused;
    for (int i = 0; i < 2000; i++)
        expect(sched_yield() == 0);
    return 0;
}

static int child_takes_turns(void *unused)
{
    (void)unused;
    do
        ++*turns;
    while (sched_yield() == 0);
    return TAP_CHILD_FAILED;
}

/* Whether another process comes on while this one does nothing but yield. */
static bool is_turn_given(void)
{
    unsigned int before = *turns;

    for (int i = 0; i < YIELDS && *turns == before; i++)
        sched_yield();
    return *turns != before;
}

int main(void)
{
    pid_t a = child_start(child_yields, NULL);
    pid_t b = child_start(child_yields, NULL);
    cpu_set_t one;

    plan(3);
    ok(exited_with(child_wait(a), 0), "the one");
    ok(exited_with(child_wait(b), 0), "and the other");
    CPU_ZERO(&one);
    CPU_SET((unsigned int)must(sched_getcpu()), &one);
    must(sched_setaffinity(0, sizeof one, &one));
    turns = mmap(NULL, sizeof *turns, PROT_READ | PROT_WRITE,
                 MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    a = child_start(child_takes_turns, NULL);
    wait_until(*turns > 0);
    ok(is_turn_given(), "a third on the same CPU");
    child_kill(a);
    return done();
}
