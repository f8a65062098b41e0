/* SPDX-License-Identifier: MIT */
/*
 * Nice values of processes, groups and users are set and told; root may do
 * anything, a user only become nicer (nice(2), setpriority(2)).
 * Needs: root
 */
#include "tap.h"

#include "raw.h"
#include <sys/resource.h>

enum { UID = 2417 };

static int child_is_user(void *parent)
{
    (void)parent;
    expect(setuid(UID) == 0);
    expect(nice(5) == 5);
    expect(nice(-1) == -1 && errno == EPERM);
    expect(setpriority(PRIO_PROCESS, 0, 3) == -1 && errno == EACCES);
    expect(setpriority(PRIO_PROCESS, 0, 5) == 0);
    expect(setpriority(PRIO_USER, 0, 7) == 0);
    expect(getpriority(PRIO_USER, UID) == 7);
    expect(setpriority(PRIO_PROCESS, (id_t)getppid(), 15) == -1 &&
           errno == EPERM);
    expect(nice(100) == 19);
    expect(nice(0) == 19);
    return 0;
}

static int child_joins_as_other(void *ready)
{
    expect(setuid(UID + 2) == 0 && write(*(int *)ready, "r", 1) == 1);
    return child_pauses(NULL);
}

/* A group with somebody else's process in it: its own are changed, and EPERM. */
static int child_has_mixed_group(void *unused)
{
    int ready[2];
    pid_t mine, other;
    char c;

    (void)unused;
    expect(setpgid(0, 0) == 0 && pipe(ready) == 0);
    other = child_start(child_joins_as_other, &ready[1]);
    expect(read(ready[0], &c, 1) == 1);
    mine = child_start(child_pauses, NULL);
    pid_t user = fork();
    if (user == 0) {
        expect(setuid(UID) == 0);
        expect(setpriority(PRIO_PGRP, 0, 7) == -1 && errno == EPERM);
        expect(getpriority(PRIO_PGRP, 0) == 0 && getpriority(PRIO_PROCESS, 0) == 7);
        _exit(0);
    }
    expect(exited_with(child_wait(user), 0));
    child_kill(mine);
    child_kill(other);
    return 0;
}

static void check_errors(void)
{
    fails(getpriority(3, 0), EINVAL, "no such kind: EINVAL");
    fails(setpriority(-1, 0, 0), EINVAL, "for setpriority too");
    fails(getpriority(PRIO_PROCESS, 999999), ESRCH, "nobody: ESRCH");
    fails(getpriority(PRIO_PGRP, 999999), ESRCH, "no group: ESRCH");
    fails(setpriority(PRIO_USER, UID + 1, 0), ESRCH, "no user: ESRCH");
}

int main(void)
{
    pid_t pid;

    need_root();
    plan(18);
    is(getpriority(PRIO_PROCESS, 0), 0, "one begins with 0");
    pid = child_start(child_pauses, NULL);
    is(setpriority(PRIO_PROCESS, (id_t)pid, -7), 0, "root raises a child");
    is(getpriority(PRIO_PROCESS, (id_t)pid), -7, "to -7");
    is(raw_call(SYS_getpriority, PRIO_PROCESS, pid, 0), 27, "20 minus that");
    is(proc_stat_field(pid, 19), -7, "as /proc has it");
    is(proc_stat_field(pid, 18), 13, "and its priority");
    must(setpgid(pid, pid));
    is(setpriority(PRIO_PGRP, (id_t)pid, 100), 0, "a group");
    is(getpriority(PRIO_PGRP, (id_t)pid), 19, "19 is the most");
    is(setpriority(PRIO_PROCESS, (id_t)pid, -100), 0, "back");
    is(getpriority(PRIO_PROCESS, (id_t)pid), -20, "-20 is the least");
    child_kill(pid);
    ok(exited_with(child_run(child_is_user, NULL), 0), "what a user may");
    is(getpriority(PRIO_PROCESS, 0), 0, "nothing of it is ours");
    ok(exited_with(child_run(child_has_mixed_group, NULL), 0),
       "what one may not change in a group is EPERM, the rest is changed");
    check_errors();
    return done();
}
