/* SPDX-License-Identifier: MIT */
/*
 * The end of a process, also by a signal, closes its descriptors: a reader
 * of its pipe sees the end of file (_exit(2)).
 */
#include "tap.h"

static int child_holds(void *arg)
{
    int *fds = arg;

    close(fds[0]);
    expect(write(fds[1], "r", 1) == 1);
    return child_pauses(NULL);
}

int main(void)
{
    int fds[2];
    pid_t pid;
    char c;

    plan(2);
    must(pipe(fds));
    pid = child_start(child_holds, fds);
    close(fds[1]);
    is(read(fds[0], &c, 1), 1, "the child holds the pipe");
    must(kill(pid, SIGKILL));
    is(read(fds[0], &c, 1), 0, "its end is the pipe's end");
    child_wait(pid);
    return done();
}
