/* SPDX-License-Identifier: MIT */
/*
 * A process runs on CPUs of a set, which must have one that there is
 * (sched_setaffinity(2), getcpu(2)).
 */
#include "tap.h"

#include "raw.h"
#include <sched.h>

int main(void)
{
    unsigned int cpu = 77, node = 77;
    cpu_set_t all, set;
    int first = 0;

    plan(13);
    is(sched_getaffinity(0, sizeof all, &all), 0, "there is a set");
    while (first < CPU_SETSIZE && !CPU_ISSET(first, &all))
        first++;
    ok(first < CPU_SETSIZE, "which has a CPU");
    CPU_ZERO(&set);
    CPU_SET(first, &set);
    is(sched_setaffinity(0, sizeof set, &set), 0, "that one alone");
    must(sched_getaffinity(0, sizeof set, &set));
    ok(CPU_ISSET(first, &set), "is what it is then");
    is(sched_getcpu(), first, "and where one runs");
    is(raw_call(SYS_getcpu, (long)&cpu, (long)&node, 0), 0, "getcpu");
    ok((int)cpu == first && node != 77, "agrees");
    CPU_ZERO(&set);
    fails(sched_setaffinity(0, sizeof set, &set), EINVAL, "none: EINVAL");
    fails(sched_setaffinity(999999, sizeof all, &all), ESRCH, "nobody: ESRCH");
    fails(sched_getaffinity(999999, sizeof all, &all), ESRCH, "ESRCH");
    fails(sched_getaffinity(0, 3, &all), EINVAL, "odd size: EINVAL");
    fails(sched_getaffinity(0, 0, &all), EINVAL, "no size: EINVAL");
    is(raw_call(SYS_sched_getaffinity, 0, 128, 1), -EFAULT, "EFAULT");
    return done();
}
