/* SPDX-License-Identifier: MIT */
/*
 * posix_spawn() gives the child the policy and the priority of its attributes if
 * the flags say so, and fails if they cannot be had
 * (posix_spawnattr_setschedpolicy(3p)).
 */
#include "spawn-again.h"

enum { IMPOSSIBLE = 7 }; /* a priority that SCHED_OTHER has not */

static posix_spawnattr_t attr;

static int run(short flags, int policy, int priority)
{
    const struct sched_param param = {.sched_priority = priority};

    posix_spawnattr_setflags(&attr, flags);
    posix_spawnattr_setschedpolicy(&attr, policy);
    posix_spawnattr_setschedparam(&attr, &param);
    return spawn_run("policy", NULL, &attr);
}

int main(int argc, char **argv)
{
    struct sched_param param = {.sched_priority = -1};
    int policy = -1;

    if (argc > 1)
        return sched_getscheduler(0);
    plan(8);
    spawn_program = argv[0];
    is(posix_spawnattr_init(&attr), 0, "init");
    is(run(0, SCHED_BATCH, 0), SCHED_OTHER, "without a flag it is inherited");
    is(run(POSIX_SPAWN_SETSCHEDULER, SCHED_BATCH, 0), SCHED_BATCH, "a policy");
    is(run(POSIX_SPAWN_SETSCHEDULER, -2, 0), 100 + EINVAL, "one that is none");
    is(run(POSIX_SPAWN_SETSCHEDPARAM, SCHED_BATCH, 0), SCHED_OTHER,
       "a priority, but no policy");
    is(run(POSIX_SPAWN_SETSCHEDPARAM, SCHED_BATCH, IMPOSSIBLE), 100 + EINVAL,
       "a priority that is none");
    posix_spawnattr_getschedpolicy(&attr, &policy);
    is(policy, SCHED_BATCH, "the policy reads back");
    posix_spawnattr_getschedparam(&attr, &param);
    is(param.sched_priority, IMPOSSIBLE, "the priority too");
    return done();
}
