/* SPDX-License-Identifier: MIT */
/*
 * While SIGCHLD is ignored, or SA_NOCLDWAIT is set, children leave no
 * zombie, and wait() blocks until all have ended and says ECHILD
 * (sigaction(2), wait(2) notes).
 */
#include "tap.h"

static volatile sig_atomic_t count;

static void on_child(int sig)
{
    (void)sig;
    count++;
}

static int child_exits(void *unused)
{
    (void)unused;
    return 3;
}

static int child_reads(void *arg)
{
    int *fds = arg;
    char c;

    close(fds[1]);
    return (int)read(fds[0], &c, 1);
}

int main(void)
{
    int fds[2];
    pid_t pid;

    plan(7);
    handle(SIGCHLD, SIG_IGN, 0);
    pid = child_start(child_exits, NULL);
    ok(wait_until(proc_state(pid) == -1), "ignored: the child just goes");
    fails(wait(NULL), ECHILD, "nothing is left to wait for");
    child_start(child_exits, NULL);
    child_start(child_exits, NULL);
    fails(wait(NULL), ECHILD, "wait() outlasts all and says ECHILD");
    handle(SIGCHLD, on_child, SA_NOCLDWAIT | SA_RESTART);
    pid = child_start(child_exits, NULL);
    ok(wait_until(proc_state(pid) == -1), "SA_NOCLDWAIT: it just goes");
    ok(count >= 1, "but the handler runs");
    handle(SIGCHLD, SIG_DFL, 0);
    must(pipe(fds));
    pid = child_start(child_reads, fds);
    close(fds[1]);
    ok(wait_until(proc_state(pid) == 'Z'), "by default there is a zombie");
    ok(exited_with(child_wait(pid), 0), "to be waited for");
    return done();
}
