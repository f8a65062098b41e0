/* SPDX-License-Identifier: MIT */
/*
 * The wait status holds the low eight bits of the exit status, or the signal
 * that ended the child, as wait(2)'s macros read it.
 */
#include "tap.h"

static int child_exits(void *arg)
{
    _exit(*(int *)arg);
}

static int child_dies(void *arg)
{
    raise(*(int *)arg);
    return TAP_CHILD_FAILED;
}

static int status_of_exit(int code)
{
    return child_run(child_exits, &code);
}

static int status_of_signal(int sig)
{
    return child_run(child_dies, &sig);
}

int main(void)
{
    plan(9);
    is(status_of_exit(0), 0, "exit(0): status 0");
    is(status_of_exit(1), 0x100, "exit(1): status 0x100");
    is(status_of_exit(255), 0xff00, "exit(255): status 0xff00");
    is(status_of_exit(256), 0, "exit(256): only eight bits count");
    is(status_of_exit(-1), 0xff00, "exit(-1): 255");
    is(status_of_signal(SIGTERM), SIGTERM, "SIGTERM: status 15");
    is(status_of_signal(SIGKILL), SIGKILL, "SIGKILL: status 9");
    is(status_of_signal(SIGUSR1), SIGUSR1, "SIGUSR1: status 10");
    is(status_of_signal(SIGABRT) & 0x7f, SIGABRT, "SIGABRT: signal 6");
    return done();
}
