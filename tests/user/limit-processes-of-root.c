/* SPDX-License-Identifier: MIT */
/*
 * RLIMIT_NPROC does not bind user 0, whatever capabilities it has given up, nor who
 * has CAP_SYS_ADMIN (fork(2), EAGAIN).
 * Needs: root
 */
#include "capset.h"

#include <sys/prctl.h>
#include <sys/resource.h>

enum { KILL = 5, SYS_ADMIN = 21, USER = 2711 };

static int child_ends(void *unused)
{
    (void)unused;
    return 0;
}

/* Whether there can be one more, of at most one. */
static int may_fork(void)
{
    pid_t pid = fork();

    if (pid == 0)
        _exit(child_ends(NULL));
    if (pid == -1)
        return errno == EAGAIN ? 0 : 2;
    return exited_with(child_wait(pid), 0) ? 1 : 2;
}

static void limit_to_one(void)
{
    struct rlimit one = {1, 1};

    expect(setrlimit(RLIMIT_NPROC, &one) == 0);
}

static int child_of_root(void *unused)
{
    (void)unused;
    limit_to_one();
    expect(caps_set((struct caps){0, 0, 0}) == 0);
    return may_fork();
}

/* As a user who has only the capability *CAP. */
static int child_of_user(void *cap)
{
    unsigned long long kept = CAP_BIT(*(const int *)cap);

    limit_to_one();
    expect(prctl(PR_SET_KEEPCAPS, 1UL) == 0 && setuid(USER) == 0);
    expect(caps_set((struct caps){kept, kept, 0}) == 0);
    return may_fork();
}

int main(void)
{
    int caps[] = {KILL, SYS_ADMIN};

    need_root();
    plan(3);
    is(child_run(child_of_root, NULL), W_EXITCODE(1, 0), "root without any");
    is(child_run(child_of_user, &caps[0]), 0, "a user without");
    is(child_run(child_of_user, &caps[1]), W_EXITCODE(1, 0), "CAP_SYS_ADMIN");
    return done();
}
