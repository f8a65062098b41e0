/* SPDX-License-Identifier: MIT */
/*
 * A child of a child of a child has its own copy too, and each generation's
 * writes stay its own (fork(2)).
 */
#include "tap.h"

enum { DEPTH = 8 };

static volatile int value = 1000;

static int child_goes_deeper(void *arg)
{
    int depth = *(int *)arg;
    int mine, status, deeper = depth + 1;

    expect(value == 1000 + depth - 1);
    mine = value = 1000 + depth;
    if (depth < DEPTH) {
        status = child_run(child_goes_deeper, &deeper);
        expect(exited_with(status, deeper));
    }
    expect(value == mine);
    return depth;
}

int main(void)
{
    int depth = 1;

    plan(2);
    ok(exited_with(child_run(child_goes_deeper, &depth), 1),
       "eight generations each keep their own value");
    is(value, 1000, "the first one's value is as it was");
    return done();
}
