/* SPDX-License-Identifier: MIT */
/*
 * unshare() of memory or handlers is EINVAL while another process shares them
 * (unshare(2)).
 */
#include "clone.h"

static int errno_of(int flags)
{
    return unshare(flags) == 0 ? 0 : errno;
}

int main(void)
{
    pid_t pid;

    plan(5);
    is(errno_of(CLONE_VM), 0, "memory of one's own");
    pid = clone_start(child_pauses, NULL, CLONE_VM | SIGCHLD);
    is(errno_of(CLONE_VM), EINVAL, "shared memory: EINVAL");
    child_kill(pid);
    is(errno_of(CLONE_VM), 0, "not shared any more");
    pid = clone_start(child_pauses, NULL, CLONE_VM | CLONE_SIGHAND | SIGCHLD);
    is(errno_of(CLONE_SIGHAND), EINVAL, "shared handlers: EINVAL");
    child_kill(pid);
    is(errno_of(CLONE_SIGHAND), 0, "nor these");
    return done();
}
