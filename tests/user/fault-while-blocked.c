/* SPDX-License-Identifier: MIT */
/*
 * A fault whose signal is blocked or ignored ends the process: it cannot go
 * on (signal(7)).
 */
#include "tap.h"

static int child_blocks_and_faults(void *arg)
{
    mask_one(SIG_BLOCK, SIGSEGV);
    return *(volatile int *)arg;
}

static int child_ignores_and_faults(void *arg)
{
    handle(SIGSEGV, SIG_IGN, 0);
    return *(volatile int *)arg;
}

static void on_fault_faults(int sig)
{
    volatile int *volatile nowhere = NULL;

    (void)sig;
    *nowhere = 1;
}

static int child_faults_in_handler(void *arg)
{
    handle(SIGSEGV, on_fault_faults, 0);
    return *(volatile int *)arg;
}

static int child_divides_ignored(void *unused)
{
    volatile int one = 1, zero = 0;

    (void)unused;
    handle(SIGFPE, SIG_IGN, 0);
    return one / zero;
}

int main(void)
{
    plan(4);
    ok(killed_by(child_run(child_blocks_and_faults, NULL), SIGSEGV),
       "blocked");
    ok(killed_by(child_run(child_ignores_and_faults, NULL), SIGSEGV),
       "ignored");
    ok(killed_by(child_run(child_faults_in_handler, NULL), SIGSEGV),
       "in the fault's own handler");
    ok(killed_by(child_run(child_divides_ignored, NULL), SIGFPE),
       "an ignored SIGFPE");
    return done();
}
