/* SPDX-License-Identifier: MIT */
/*
 * A stack that grows without end is SIGSEGV and ends that process alone
 * (sigaltstack(2), getrlimit(2)).
 */
#include "tap.h"

static volatile int always = 1;

static int dive_forever(int depth)
{
    volatile char block[4096];

    block[0] = (char)depth;
    if (always)
        depth = dive_forever(depth + 1);
    return depth + block[0];
}

static void on_signal(int sig)
{
    _exit(sig);
}

static int child_overflows(void *arg)
{
    if (arg != NULL)
        handle(SIGSEGV, on_signal, 0);
    return dive_forever(0);
}

int main(void)
{
    int with_handler = 1;

    plan(2);
    ok(killed_by(child_run(child_overflows, NULL), SIGSEGV), "SIGSEGV");
    ok(killed_by(child_run(child_overflows, &with_handler), SIGSEGV),
       "a handler finds no stack to run on: SIGSEGV ends it all the same");
    return done();
}
