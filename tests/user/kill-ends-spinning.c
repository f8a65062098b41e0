/* SPDX-License-Identifier: MIT */
/*
 * A signal also reaches a process that makes no system call: the timer's
 * interrupt is its next way into the kernel (signal(7)).
 */
#include "tap.h"

static volatile sig_atomic_t caught;

static void on_usr1(int sig)
{
    (void)sig;
    caught = 1;
}

static int child_spins(void *unused)
{
    volatile unsigned long turns = 0;

    (void)unused;
    handle(SIGUSR1, on_usr1, 0);
    expect(write(STDOUT_FILENO, "", 0) == 0);
    while (!caught)
        turns++;
    while (unused == NULL)
        turns++;
    return 0;
}

int main(void)
{
    pid_t pid = child_start(child_spins, NULL);

    plan(4);
    ok(wait_until(proc_stat_field(pid, 14) >= 3), "it spins in user mode");
    must(kill(pid, SIGUSR1));
    is(proc_state(pid), 'R', "it is ready or running");
    must(kill(pid, SIGKILL));
    ok(killed_by(child_wait(pid), SIGKILL), "SIGKILL ends it");
    pid = child_start(child_spins, NULL);
    ok(wait_until(proc_stat_field(pid, 14) >= 2), "and another");
    child_kill(pid);
    return done();
}
