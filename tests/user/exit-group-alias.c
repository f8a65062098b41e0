/* SPDX-License-Identifier: MIT */
/*
 * exit_group and the old exit call both end the process with the status's
 * low eight bits (exit_group(2), _exit(2)).
 */
#include "tap.h"

#include <sys/syscall.h>

static int child_exits(void *arg)
{
    syscall(*(int *)arg, 0x1234);
    return TAP_CHILD_FAILED;
}

int main(void)
{
    int number = SYS_exit;

    plan(2);
    ok(exited_with(child_run(child_exits, &number), 0x34), "exit");
    number = SYS_exit_group;
    ok(exited_with(child_run(child_exits, &number), 0x34), "exit_group");
    return done();
}
