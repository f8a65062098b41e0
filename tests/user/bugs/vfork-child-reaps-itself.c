/* SPDX-License-Identifier: MIT */
/*
 * A vfork child whose exit nobody waits for disappears before its parent runs
 * again; the parent, which waits for it in vfork(2), must not look at it.
 * Others run and fork meanwhile, so that what the child leaves is used again.
 */
#include "tap.h"

#include <sched.h>

#define ROUNDS 50

static int child_forks(void *unused)
{
    (void)unused;
    for (int i = 0; i < ROUNDS; i++) {
        pid_t pid = fork();
        if (pid == 0)
            _exit(0);
        sched_yield();
    }
    while (wait(NULL) > 0) {
    }
    return 0;
}

int main(void)
{
    volatile int finished = 0;

    plan(2);
    pid_t other = child_start(child_forks, NULL);
    signal(SIGCHLD, SIG_IGN);
    for (int i = 0; i < ROUNDS; i++) {
        pid_t pid = vfork();
        if (pid == 0)
            _exit(0);
        finished += pid > 0;
    }
    is(finished, ROUNDS, "every vfork returned in the parent");
    while (wait(NULL) > 0) {
    }
    /* Its number may live a moment longer than the child. */
    ok(wait_until(kill(other, 0) == -1), "and all children are gone");
    return done();
}
