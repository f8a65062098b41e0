/* SPDX-License-Identifier: MIT */
/*
 * kill() answers ESRCH for no such process and EINVAL for no such signal;
 * signal 0 only looks (kill(2)).
 */
#include "tap.h"

int main(void)
{
    pid_t pid = child_start(child_pauses, NULL);

    plan(8);
    is(kill(pid, 0), 0, "signal 0 finds a living child");
    fails(kill(pid, 65), EINVAL, "signal 65: EINVAL");
    fails(kill(pid, -1), EINVAL, "signal -1: EINVAL");
    ok(wait_until(is_asleep(pid)), "the child still lives");
    child_kill(pid);
    fails(kill(pid, 0), ESRCH, "the reaped child: ESRCH");
    fails(kill(0x7ffffffe, SIGTERM), ESRCH, "a pid nobody has: ESRCH");
    fails(kill((pid_t)0x80000000, SIGTERM), ESRCH,
          "the most negative pid: ESRCH");
    is(kill(getpid(), 0), 0, "oneself with signal 0");
    return done();
}
