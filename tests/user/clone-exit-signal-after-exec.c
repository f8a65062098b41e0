/* SPDX-License-Identifier: MIT */
/*
 * A child that clone(2) made with another signal for its end is like any other
 * once it has executed a program: SIGCHLD, and wait without __WCLONE.
 */
#include "clone.h"

static volatile sig_atomic_t ended, usr1;

static void on_child(int sig)
{
    (void)sig;
    ended = 1;
}

static void on_usr1(int sig)
{
    (void)sig;
    usr1 = 1;
}

static int child_execs(void *path)
{
    execl(path, path, "again", (char *)NULL);
    return 127;
}

int main(int argc, char **argv)
{
    pid_t child;

    if (argc > 1)
        return 5;
    plan(3);
    handle(SIGCHLD, on_child, SA_RESTART);
    handle(SIGUSR1, on_usr1, SA_RESTART);
    child = clone_start(child_execs, argv[0], SIGUSR1);
    if (!wait_until(proc_state(child) == 'Z'))
        tap_bail("the child should end");
    ok(exited_with(child_wait(child), 5), "wait finds it");
    ok(ended, "it sent SIGCHLD");
    ok(!usr1, "and not what clone said");
    return done();
}
