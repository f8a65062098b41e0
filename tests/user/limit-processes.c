/* SPDX-License-Identifier: MIT */
/*
 * RLIMIT_NPROC bounds how many processes a user has, all programs together;
 * root is not bound by it (getrlimit(2)).
 * Needs: root
 */
#include "tap.h"

#include <sys/resource.h>

enum { NOBODY_ELSE = 2417, PROCESSES = 3 };

static int child_forks_as_user(void *unused)
{
    const struct rlimit limit = {PROCESSES, PROCESSES};
    pid_t pids[PROCESSES];

    (void)unused;
    expect(setrlimit(RLIMIT_NPROC, &limit) == 0);
    expect(setuid(NOBODY_ELSE) == 0);
    for (int i = 0; i < PROCESSES - 1; i++)
        pids[i] = child_start(child_pauses, NULL);
    expect(fork() == -1 && errno == EAGAIN);
    child_kill(pids[0]);
    pids[0] = fork();
    if (pids[0] == 0)
        _exit(0);
    expect(pids[0] > 0);
    child_wait(pids[0]);
    child_kill(pids[1]);
    return 0;
}

static int child_forks_as_root(void *unused)
{
    const struct rlimit limit = {1, 1};

    (void)unused;
    expect(setrlimit(RLIMIT_NPROC, &limit) == 0);
    child_kill(child_start(child_pauses, NULL));
    return 0;
}

int main(void)
{
    need_root();
    plan(2);
    ok(exited_with(child_run(child_forks_as_user, NULL), 0),
       "a user has so many, and EAGAIN for one more");
    ok(exited_with(child_run(child_forks_as_root, NULL), 0),
       "root has as many as he likes");
    return done();
}
