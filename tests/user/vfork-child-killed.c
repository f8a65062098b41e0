/* SPDX-License-Identifier: MIT */
/*
 * A vfork child that a signal ends, or that faults, lets its parent go on;
 * the parent's memory stays, with what the child wrote (vfork(2)).
 */
#include "tap.h"

static volatile int value;
static int *volatile bad; /* NULL */

int main(void)
{
    pid_t pid;

    plan(6);
    pid = vfork();
    if (pid == 0) {
        value = 1;
        kill(getpid(), SIGKILL);
        _exit(1);
    }
    ok(killed_by(child_wait(pid), SIGKILL), "the child was killed");
    is(value, 1, "what it wrote is here");
    pid = vfork();
    if (pid == 0) {
        value = 2;
        *(volatile int *)bad = 1;
        _exit(1);
    }
    ok(killed_by(child_wait(pid), SIGSEGV), "one that faults");
    is(value, 2, "what it wrote is here");
    pid = vfork();
    if (pid == 0) {
        handle(SIGUSR1, SIG_IGN, 0); /* its own actions, not the parent's */
        _exit(0);
    }
    ok(exited_with(child_wait(pid), 0), "one that ignores a signal");
    struct sigaction act;

    must(sigaction(SIGUSR1, NULL, &act));
    ok(act.sa_handler == SIG_DFL, "does so for itself");
    return done();
}
