/* SPDX-License-Identifier: MIT */
/*
 * waitpid() waits for one child, any child, those of a group or those of
 * one's own group, and WNOHANG returns 0 when none has ended (waitpid(2)).
 */
#include "tap.h"

static int child_exits(void *arg)
{
    return *(int *)arg;
}

int main(void)
{
    int code1 = 1, code2 = 2, code3 = 3, status;
    pid_t sleeper, one, two, group;

    plan(12);
    sleeper = child_start(child_pauses, NULL);
    is(waitpid(-1, &status, WNOHANG), 0, "WNOHANG with a living child: 0");
    one = child_start(child_exits, &code1);
    two = child_start(child_exits, &code2);
    is(waitpid(two, &status, 0), two, "a certain child");
    ok(exited_with(status, 2), "has its own status");
    is(waitpid(-1, &status, 0), one, "any child: the one that ended");
    ok(exited_with(status, 1), "with its status");
    group = child_start(child_pauses, NULL);
    must(setpgid(group, group));
    one = child_start(child_exits, &code3);
    is(waitpid(-group, &status, WNOHANG), 0,
       "-group looks at that group alone");
    is(waitpid(0, &status, 0), one, "0 means one's own group");
    must(kill(-group, SIGTERM));
    is(waitpid(-group, &status, 0), group, "-group returns its member");
    ok(killed_by(status, SIGTERM), "with its status");
    fails(waitpid(-group, &status, 0), ECHILD, "no child in a group: ECHILD");
    child_kill(sleeper);
    fails(waitpid(-1, &status, WNOHANG), ECHILD, "no child at all: ECHILD");
    fails(waitpid(-1, &status, 0x40000), EINVAL, "unknown option: EINVAL");
    return done();
}
