/* SPDX-License-Identifier: MIT */
/*
 * A SIGCHLD handler that waits until there is no more ended child reaps all
 * of many that end at about the same time (wait(2), signal(7)).
 */
#include "tap.h"

enum { CHILDREN = 60 };

static volatile sig_atomic_t reaped, wrong;

static void on_child(int sig)
{
    int status, saved = errno;

    (void)sig;
    while (waitpid(-1, &status, WNOHANG) > 0) {
        reaped++;
        if (!exited_with(status, 3))
            wrong++;
    }
    errno = saved;
}

static int child_ends_when_told(void *arg)
{
    int *fds = arg;
    char c;

    close(fds[1]);
    return read(fds[0], &c, 1) == 0 ? 3 : 1;
}

int main(void)
{
    int fds[2];

    plan(3);
    must(pipe(fds));
    handle(SIGCHLD, on_child, SA_RESTART | SA_NOCLDSTOP);
    for (int i = 0; i < CHILDREN; i++)
        child_start(child_ends_when_told, fds);
    close(fds[1]);
    ok(wait_until(reaped == CHILDREN), "all 60 are reaped by the handler");
    is(wrong, 0, "each with its status");
    fails(wait(NULL), ECHILD, "none is left");
    return done();
}
