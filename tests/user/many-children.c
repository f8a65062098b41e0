/* SPDX-License-Identifier: MIT */
/*
 * 150 children at once, each with its own pid, all wait and are all reaped;
 * and 300 one after the other (fork(2)).
 */
#include "tap.h"

enum { AT_ONCE = 150, IN_TURN = 300 };

static int child_waits_for_end(void *arg)
{
    int *fds = arg;
    char c;

    close(fds[1]);
    return read(fds[0], &c, 1) == 0 ? 3 : 1;
}

static int child_ends(void *unused)
{
    (void)unused;
    return 2;
}

int main(void)
{
    pid_t pid[AT_ONCE];
    int fds[2], good = 0, twice = 0;

    plan(3);
    must(pipe(fds));
    for (int i = 0; i < AT_ONCE; i++) {
        pid[i] = child_start(child_waits_for_end, fds);
        for (int k = 0; k < i; k++)
            twice += pid[k] == pid[i];
    }
    is(twice, 0, "no pid is given twice");
    close(fds[1]);
    for (int i = 0; i < AT_ONCE; i++)
        good += exited_with(child_wait(pid[i]), 3);
    is(good, AT_ONCE, "150 at once");
    good = 0;
    for (int i = 0; i < IN_TURN; i++)
        good += exited_with(child_run(child_ends, NULL), 2);
    is(good, IN_TURN, "300 in turn");
    return done();
}
