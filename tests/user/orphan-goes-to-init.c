/* SPDX-License-Identifier: MIT */
/*
 * When a process ends its living children get process 1 as parent, and
 * zombies it left are reaped by that (exit(3p), "Consequences").
 */
#include "tap.h"

static int child_leaves_orphan(void *arg)
{
    int *fds = arg;
    pid_t middle = getpid(), mine;
    pid_t pid = fork();

    if (pid == 0) {
        expect(wait_until(getppid() != middle));
        mine = getpid();
        expect(write(fds[1], &mine, sizeof mine) == sizeof mine);
        mine = getppid();
        expect(write(fds[1], &mine, sizeof mine) == sizeof mine);
        _exit(0);
    }
    return 0;
}

static int child_leaves_zombie(void *arg)
{
    int *fds = arg;
    pid_t pid = fork();

    if (pid == 0)
        _exit(0);
    expect(wait_until(proc_state(pid) == 'Z'));
    expect(write(fds[1], &pid, sizeof pid) == sizeof pid);
    return 0;
}

int main(void)
{
    pid_t orphan, parent, zombie;
    int fds[2];

    plan(5);
    must(pipe(fds));
    ok(exited_with(child_run(child_leaves_orphan, fds), 0),
       "a parent ends before its child");
    must(read(fds[0], &orphan, sizeof orphan));
    must(read(fds[0], &parent, sizeof parent));
    is(parent, 1, "the orphan's parent is process 1");
    ok(wait_until(proc_state(orphan) == -1), "which reaps it");
    ok(exited_with(child_run(child_leaves_zombie, fds), 0),
       "a parent ends without a wait for its zombie");
    must(read(fds[0], &zombie, sizeof zombie));
    ok(wait_until(proc_state(zombie) == -1), "process 1 reaps that, too");
    return done();
}
