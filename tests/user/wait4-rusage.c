/* SPDX-License-Identifier: MIT */
/*
 * wait4() tells the CPU time that the child used, and times() counts it as
 * children's time only after the wait (wait4(2), times(2)).
 */
#include "tap.h"

#include <sys/resource.h>
#include <sys/times.h>

static int child_burns(void *unused)
{
    struct tms used;

    (void)unused;
    do
        times(&used);
    while (used.tms_utime + used.tms_stime < 20);
    return 0;
}

int main(void)
{
    struct rusage usage;
    struct tms before, after;
    int status;
    long long burnt_ms;
    pid_t pid;

    plan(5);
    pid = child_start(child_burns, NULL);
    must(wait_until(proc_state(pid) == 'Z') ? 0 : -1);
    must(times(&before));
    is(before.tms_cutime + before.tms_cstime, 0,
       "before the wait nothing is counted");
    is(wait4(pid, &status, 0, &usage), pid, "wait4");
    ok(exited_with(status, 0), "gives the status");
    burnt_ms = (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000LL +
               (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000;
    if (!ok(burnt_ms >= 180 && burnt_ms < 5000, "the usage is 0.2 s and up"))
        diag("%lld ms", burnt_ms);
    must(times(&after));
    ok(after.tms_cutime + after.tms_cstime >= 18, "times() has it now");
    return done();
}
