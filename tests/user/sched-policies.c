/* SPDX-License-Identifier: MIT */
/*
 * Which policies and priorities a process may have, and what is told of them
 * (sched_setscheduler(2), sched(7)).
 * Needs: root
 */
#include "tap.h"

#include "raw.h"
#include <sched.h>

static const struct {
    int policy, priority, error;
} settings[] = {
    {SCHED_BATCH, 0, 0},     {SCHED_IDLE, 0, 0},    {SCHED_OTHER, 0, 0},
    {SCHED_FIFO, 1, 0},      {SCHED_RR, 99, 0},     {SCHED_FIFO, 0, EINVAL},
    {SCHED_RR, 100, EINVAL}, {SCHED_OTHER, 1, EINVAL}, {4, 0, EINVAL},
    {6, 0, EINVAL},          {8, 0, EINVAL},        {-1, 0, EINVAL},
    {SCHED_RR | SCHED_RESET_ON_FORK, 5, 0}, {SCHED_OTHER, 0, 0},
};

static const struct {
    int policy, min, max;
} ranges[] = {
    {SCHED_OTHER, 0, 0}, {SCHED_FIFO, 1, 99}, {SCHED_RR, 1, 99},
    {SCHED_BATCH, 0, 0}, {SCHED_IDLE, 0, 0}, {4, -1, -1}, {-1, -1, -1},
};

enum { SETTINGS = sizeof settings / sizeof settings[0],
       RANGES = sizeof ranges / sizeof ranges[0] };

static bool can_set(pid_t pid, int policy, int priority, int error)
{
    struct sched_param param = {priority}, now;
    int result = sched_setscheduler(pid, policy, &param);

    if (error)
        return result == -1 && errno == error;
    return result == 0 && sched_getscheduler(pid) == policy &&
           sched_getparam(pid, &now) == 0 && now.sched_priority == priority;
}

static void check_errors(pid_t pid)
{
    struct sched_param param = {0};
    struct timespec ts;

    fails(sched_getscheduler(-1), EINVAL, "a negative pid: EINVAL");
    fails(sched_getscheduler(999999), ESRCH, "nobody: ESRCH");
    fails(sched_setscheduler(999999, SCHED_OTHER, &param), ESRCH, "ESRCH");
    is(raw_call(SYS_sched_setscheduler, pid, SCHED_OTHER, 0), -EINVAL,
       "no parameter: EINVAL");
    is(raw_call(SYS_sched_setscheduler, pid, SCHED_OTHER, 1), -EFAULT, "EFAULT");
    fails(sched_rr_get_interval(-1, &ts), EINVAL, "sched_rr_get_interval");
    fails(sched_rr_get_interval(999999, &ts), ESRCH, "too");
}

int main(void)
{
    struct sched_param param = {7};
    struct timespec slice;
    pid_t pid;

    need_root();
    plan(SETTINGS + RANGES + 15);
    is(sched_getscheduler(0), SCHED_OTHER, "one begins with SCHED_OTHER");
    pid = child_start(child_pauses, NULL);
    for (int i = 0; i < SETTINGS; i++)
        ok(can_set(pid, settings[i].policy, settings[i].priority,
                   settings[i].error), "a policy and a priority");
    for (int i = 0; i < RANGES; i++)
        ok(sched_get_priority_min(ranges[i].policy) == ranges[i].min &&
           sched_get_priority_max(ranges[i].policy) == ranges[i].max,
           "the range of a policy");
    ok(can_set(pid, SCHED_RR, 3, 0), "round robin");
    is(sched_setparam(pid, &param), 0, "sched_setparam");
    ok(sched_getparam(pid, &param) == 0 && param.sched_priority == 7, "did so");
    ok(sched_rr_get_interval(pid, &slice) == 0 &&
       slice.tv_sec == 0 && slice.tv_nsec > 0, "it has a slice");
    is(proc_stat_field(pid, 18), -8, "/proc: priority");
    is(proc_stat_field(pid, 40), 7, "/proc: real-time priority");
    is(proc_stat_field(pid, 41), SCHED_RR, "/proc: policy");
    check_errors(pid);
    child_kill(pid);
    return done();
}
