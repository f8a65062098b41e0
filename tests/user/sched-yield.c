/* SPDX-License-Identifier: MIT */
/*
 * sched_yield() returns 0 and lets others run: two processes that only
 * yield to each other both come on (sched_yield(2)).
 */
#include "tap.h"

#include <sched.h>

static int child_yields(void *unused)
{
    (void)unused;
    for (int i = 0; i < 2000; i++)
        expect(sched_yield() == 0);
    return 0;
}

int main(void)
{
    pid_t a = child_start(child_yields, NULL);
    pid_t b = child_start(child_yields, NULL);

    plan(2);
    ok(exited_with(child_wait(a), 0), "the one");
    ok(exited_with(child_wait(b), 0), "and the other");
    return done();
}
