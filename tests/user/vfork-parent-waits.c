/* SPDX-License-Identifier: MIT */
/*
 * vfork() holds the parent until the child has called _exit() or execve()
 * (vfork(2)).
 */
#include "tap.h"

#include <sched.h>

int main(int argc, char **argv)
{
    char *args[] = {argv[0], (char *)"child", NULL};
    int fds[2];
    int got;
    char c;
    pid_t pid;

    if (argc > 1)
        return 5;
    plan(4);
    must(pipe(fds));
    must(fcntl(fds[0], F_SETFL, O_NONBLOCK));
    pid = vfork();
    if (pid == 0) {
        for (int i = 0; i < 20; i++)
            sched_yield();
        if (write(fds[1], "x", 1) != 1)
            _exit(1);
        _exit(3);
    }
    got = (int)read(fds[0], &c, 1);
    is(got, 1, "what the child did is done when the parent goes on");
    ok(exited_with(child_wait(pid), 3), "its status is the child's");
    pid = vfork();
    if (pid == 0) {
        execv(argv[0], args);
        _exit(127);
    }
    ok(pid > 0, "vfork for an exec");
    ok(exited_with(child_wait(pid), 5), "the new program ran");
    return done();
}
