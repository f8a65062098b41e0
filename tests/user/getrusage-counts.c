/* SPDX-License-Identifier: MIT */
/*
 * getrusage() tells one's own CPU time, and that of children who were waited
 * for (getrusage(2)).
 */
#include "tap.h"

#include <sys/resource.h>

static long usage_ms(int who)
{
    struct rusage usage;

    must(getrusage(who, &usage));
    return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000 +
           (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000;
}

static int child_burns(void *unused)
{
    (void)unused;
    while (usage_ms(RUSAGE_SELF) < 150)
        continue;
    return 0;
}

int main(void)
{
    long before = usage_ms(RUSAGE_SELF);
    struct rusage usage;

    plan(4);
    is(usage_ms(RUSAGE_CHILDREN), 0, "no children yet");
    ok(exited_with(child_run(child_burns, NULL), 0), "one burns 150 ms");
    ok(usage_ms(RUSAGE_CHILDREN) >= 130 &&
       usage_ms(RUSAGE_SELF) - before < 100, "which count as children's");
    fails(getrusage(77, &usage), EINVAL, "of nobody: EINVAL");
    return done();
}
