/* SPDX-License-Identifier: MIT */
/*
 * The stack grows by itself as it is used, to several MiB, and holds what
 * was put there (getrlimit(2), RLIMIT_STACK: 8 MiB).
 */
#include "tap.h"

enum { DEPTH = 1500, FRAME = 2048 };

static int dive(int depth)
{
    volatile char block[FRAME];
    int deeper;

    block[0] = block[FRAME - 1] = (char)depth;
    deeper = depth < DEPTH ? dive(depth + 1) : 0;
    if (block[0] != (char)depth || block[FRAME - 1] != (char)depth)
        return -1000000;
    return deeper + 1;
}

static int child_dives(void *unused)
{
    (void)unused;
    return dive(1) == DEPTH ? 0 : 1;
}

int main(void)
{
    plan(3);
    is(dive(1), DEPTH, "1500 frames of 2 KiB");
    ok(exited_with(child_run(child_dives, NULL), 0), "in a child, too");
    is(dive(1), DEPTH, "and once more");
    return done();
}
