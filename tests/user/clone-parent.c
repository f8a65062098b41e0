/* SPDX-License-Identifier: MIT */
/*
 * CLONE_PARENT makes a sibling: its parent is the caller's, and it ends with
 * the caller's exit signal, not with one of its own (clone(2)).
 */
#include "tap.h"
#include "raw.h"

enum { PARENT = 0x8000 };

static int release[2];
static volatile sig_atomic_t got_usr1, got_usr2;

static void note(int sig)
{
    if (sig == SIGUSR1)
        got_usr1++;
    else
        got_usr2++;
}

static int child_clones(void *grandparent)
{
    pid_t pid = (pid_t)syscall(SYS_clone, PARENT | SIGUSR2, 0, 0, 0, 0);

    if (pid == 0) {
        char c;

        expect(read(release[0], &c, 1) == 1);
        _exit((pid_t)syscall(SYS_getppid) == *(pid_t *)grandparent ? 6 : 1);
    }
    expect(pid > 0);
    expect(wait(NULL) == -1 && errno == ECHILD);
    return 5;
}

int main(void)
{
    pid_t self = getpid(), child;
    int status;

    plan(7);
    must(pipe(release));
    handle(SIGUSR1, note, SA_RESTART);
    handle(SIGUSR2, note, SA_RESTART);
    child = (pid_t)syscall(SYS_clone, SIGUSR1, 0, 0, 0, 0);
    if (child == 0)
        _exit(child_clones(&self));
    is(waitpid(child, &status, __WALL), child, "the child");
    ok(exited_with(status, 5), "has no child of its own");
    is(got_usr1, 1, "and ends with its exit signal");
    must(write(release[1], "x", 1));
    ok(waitpid(-1, &status, __WALL) > 0, "its sibling");
    ok(exited_with(status, 6), "has our pid for its parent's");
    is(got_usr1, 2, "and ends with the same exit signal");
    is(got_usr2, 0, "and not with the one asked for");
    return done();
}
