/* SPDX-License-Identifier: MIT */
/*
 * clone() with SIGCHLD alone is fork(); CLONE_CHILD_SETTID and
 * CLONE_PARENT_SETTID store the child's pid on either side (clone(2)).
 */
#include "tap.h"
#include "raw.h"

enum { PARENT_SETTID = 0x100000, CHILD_SETTID = 0x1000000 };

static volatile int in_parent, in_child;

int main(void)
{
    pid_t pid;

    plan(6);
    pid = (pid_t)syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0);
    if (pid == 0)
        _exit(4);
    ok(exited_with(child_wait(pid), 4), "a child is made and waited for");
    pid = (pid_t)syscall(SYS_clone, SIGCHLD | PARENT_SETTID | CHILD_SETTID,
                         0, &in_parent, 0, &in_child);
    if (pid == 0)
        _exit(in_child == (int)syscall(SYS_getpid) ? 5 : 1);
    ok(exited_with(child_wait(pid), 5), "the child finds its pid stored");
    is(in_parent, pid, "the parent, too");
    is(in_child, 0, "each in its own memory");
    is(syscall(SYS_set_tid_address, &in_child), getpid(),
       "set_tid_address returns the pid");
    fails(syscall(SYS_clone, SIGCHLD | 0x800, 0, 0, 0, 0), EINVAL,
          "shared handlers without shared memory: EINVAL");
    return done();
}
