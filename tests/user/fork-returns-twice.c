/* SPDX-License-Identifier: MIT */
/*
 * fork() returns the child's pid to the parent and 0 to the child, whose
 * parent is the caller (fork(2)).
 */
#include "tap.h"

int main(void)
{
    pid_t parent = getpid();
    int answer[2], status;
    pid_t pid, seen[2];

    plan(5);
    must(pipe(answer));
    pid = fork();
    if (pid == 0) {
        seen[0] = getpid();
        seen[1] = getppid();
        _exit(write(answer[1], seen, sizeof seen) == sizeof seen ? 7 : 1);
    }
    ok(pid > 0, "the parent gets a positive number");
    is(read(answer[0], seen, sizeof seen), sizeof seen, "the child answers");
    is(seen[0], pid, "which is the child's pid");
    is(seen[1], parent, "the child's parent is the caller");
    status = child_wait(pid);
    ok(exited_with(status, 7), "both returned from the one fork()");
    return done();
}
