/* SPDX-License-Identifier: MIT */
/*
 * A user gets no real-time policy and does not get out of
 * SCHED_IDLE; a child begins anew where its parent wants it so (sched(7)).
 * Needs: root
 */
#include "tap.h"

#include <sched.h>
#include <sys/resource.h>

enum { UID = 2417 };

static int set(pid_t pid, int policy, int priority)
{
    const struct sched_param param = {priority};

    return sched_setscheduler(pid, policy, &param) == 0 ? 0 : errno;
}

static int child_is_user(void *unused)
{
    cpu_set_t cpus;

    (void)unused;
    CPU_ZERO(&cpus);
    CPU_SET(0, &cpus);
    expect(setuid(UID) == 0);
    expect(set(0, SCHED_FIFO, 1) == EPERM);
    expect(set(getppid(), SCHED_BATCH, 0) == EPERM);
    expect(sched_setaffinity(getppid(), sizeof cpus, &cpus) == -1 &&
           errno == EPERM);
    expect(set(0, SCHED_BATCH, 0) == 0);
    expect(set(0, SCHED_BATCH | SCHED_RESET_ON_FORK, 0) == 0);
    expect(set(0, SCHED_BATCH, 0) == EPERM);
    expect(set(0, SCHED_IDLE | SCHED_RESET_ON_FORK, 0) == 0);
    expect(set(0, SCHED_OTHER | SCHED_RESET_ON_FORK, 0) == EPERM);
    return 0;
}

static int child_tells(void *unused)
{
    (void)unused;
    expect(getpriority(PRIO_PROCESS, 0) == 0);
    return sched_getscheduler(0);
}

static int child_resets(void *unused)
{
    (void)unused;
    expect(setpriority(PRIO_PROCESS, 0, -5) == 0);
    expect(set(0, SCHED_RR | SCHED_RESET_ON_FORK, 5) == 0);
    expect(exited_with(child_run(child_tells, NULL), SCHED_OTHER));
    return 0;
}

static int child_inherits(void *unused)
{
    (void)unused;
    expect(set(0, SCHED_BATCH, 0) == 0);
    expect(exited_with(child_run(child_tells, NULL), SCHED_BATCH));
    return 0;
}

int main(void)
{
    need_root();
    plan(3);
    ok(exited_with(child_run(child_is_user, NULL), 0), "what a user may");
    ok(exited_with(child_run(child_inherits, NULL), 0), "a child inherits");
    ok(exited_with(child_run(child_resets, NULL), 0), "or begins anew");
    return done();
}
