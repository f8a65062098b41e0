/* SPDX-License-Identifier: MIT */
/*
 * wait() sleeps until a child ends, is woken by its end, and each child is
 * reported once (wait(2)).
 */
#include "tap.h"

enum { CHILDREN = 20 };

static int child_exits_when_told(void *arg)
{
    int *fds = arg;
    char c;

    close(fds[1]);
    return read(fds[0], &c, 1) == 0 ? 4 : 1;
}

static int child_waits(void *unused)
{
    (void)unused;
    int fds[2];
    pid_t pid;

    expect(pipe(fds) == 0);
    pid = child_start(child_exits_when_told, fds);
    expect(wait_until(is_asleep(getppid())));
    close(fds[0]);
    close(fds[1]);
    expect(exited_with(child_wait(pid), 4));
    return 5;
}

static int child_exits(void *arg)
{
    return *(int *)arg;
}

int main(void)
{
    bool seen[CHILDREN] = {false};
    int status, count = 0;
    pid_t pid;

    plan(4);
    pid = child_start(child_waits, NULL);
    is(wait(&status), pid, "wait sleeps until the child ends");
    ok(exited_with(status, 5), "which saw its parent asleep");
    for (int i = 0; i < CHILDREN; i++)
        child_start(child_exits, &i);
    while (wait(&status) > 0) {
        if (WIFEXITED(status) && WEXITSTATUS(status) < CHILDREN &&
            !seen[WEXITSTATUS(status)]) {
            seen[WEXITSTATUS(status)] = true;
            count++;
        }
    }
    is(errno, ECHILD, "then there are no more children");
    is(count, CHILDREN, "each of 20 children was reported once");
    return done();
}
