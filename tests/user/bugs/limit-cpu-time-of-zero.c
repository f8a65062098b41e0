/* SPDX-License-Identifier: MIT */
/*
 * An RLIMIT_CPU of 0 meant a second: with a hard limit of one second SIGKILL came
 * and SIGXCPU never (getrlimit(2)).
 */
#include "tap.h"

#include <sys/resource.h>

static int child_burns(void *limit)
{
    expect(setrlimit(RLIMIT_CPU, limit) == 0);
    for (;;)
        continue;
}

int main(void)
{
    struct rlimit soft = {0, 1}, none = {0, 0};

    plan(2);
    ok(killed_by(child_run(child_burns, &soft), SIGXCPU), "no time: SIGXCPU");
    ok(killed_by(child_run(child_burns, &none), SIGKILL),
       "no time at all: SIGKILL");
    return done();
}
