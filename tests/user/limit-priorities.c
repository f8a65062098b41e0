/* SPDX-License-Identifier: MIT */
/*
 * RLIMIT_NICE and RLIMIT_RTPRIO let a user better his priority so far
 * (getrlimit(2)).
 * Needs: root
 */
#include "tap.h"

#include <sched.h>
#include <sys/resource.h>

enum { UID = 2417 };

/* Ends the child if this is a root who cannot raise limits. */
static void limit_to(int resource, rlim_t value)
{
    const struct rlimit limit = {value, value};

    if (setrlimit(resource, &limit) == -1)
        _exit(errno == EPERM ? 0 : TAP_CHILD_FAILED);
}

static int child_nice(void *unused)
{
    (void)unused;
    expect(setpriority(PRIO_PROCESS, 0, 10) == 0);
    limit_to(RLIMIT_NICE, 20 - 4);
    expect(setuid(UID) == 0);
    expect(setpriority(PRIO_PROCESS, 0, 3) == -1 && errno == EACCES);
    expect(setpriority(PRIO_PROCESS, 0, 4) == 0);
    expect(nice(-1) == -1 && errno == EPERM);
    return 0;
}

static int set(int policy, int priority)
{
    const struct sched_param param = {priority};

    return sched_setscheduler(0, policy, &param) == 0 ? 0 : errno;
}

static int child_real_time(void *unused)
{
    (void)unused;
    limit_to(RLIMIT_RTPRIO, 5);
    expect(setuid(UID) == 0);
    expect(set(SCHED_RR, 6) == EPERM);
    expect(set(SCHED_RR, 5) == 0);
    expect(set(SCHED_FIFO, 4) == 0);
    expect(set(SCHED_OTHER, 0) == 0);
    return 0;
}

int main(void)
{
    need_root();
    if (set(SCHED_OTHER, 0) == ENOSYS)
        skip_all("the C library has no sched_setscheduler");
    plan(2);
    ok(exited_with(child_run(child_nice, NULL), 0), "RLIMIT_NICE");
    ok(exited_with(child_run(child_real_time, NULL), 0), "RLIMIT_RTPRIO");
    return done();
}
