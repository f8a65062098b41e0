/* SPDX-License-Identifier: MIT */
/*
 * A child made with CLONE_VM and CLONE_CHILD_CLEARTID clears the word at its end
 * and wakes who waits for it; one with memory of its own leaves it (clone(2)).
 */
#define _GNU_SOURCE
#include "tap.h"

#include <sched.h>

#include "futex.h"

enum { STACK = 16384, CLEARTID = 0x00200000, SETTID = 0x01000000 };

static char stack[STACK] __attribute__((aligned(16)));
static volatile unsigned word, gate;

static int body(void *unused)
{
    (void)unused;
    while (gate == 0)
        sched_yield();
    return 0;
}

/* Until the word is cleared; what the last wait said. */
static void wait_for_clearing(void)
{
    unsigned tid;

    while ((tid = word) != 0)
        futex(&word, WAIT, tid, NULL, NULL, 0);
}

static pid_t start(int flags)
{
    return clone(body, stack + STACK, flags | CLEARTID | SETTID | SIGCHLD, NULL,
                 NULL, NULL, (pid_t *)(uintptr_t)&word);
}

int main(void)
{
    pid_t pid;

    plan(5);
    pid = must(start(CLONE_VM));
    ok(wait_until(word == (unsigned)pid), "the child's tid stands there");
    gate = 1;
    wait_for_clearing();
    is(word, 0, "at its end it is cleared, and its waiter woken");
    ok(exited_with(child_wait(pid), 0), "it ended well");
    word = 77;
    pid = must(start(0));
    ok(exited_with(child_wait(pid), 0), "another, with memory of its own");
    is(word, 77, "leaves the parent's word alone");
    return done();
}
