/* SPDX-License-Identifier: MIT */
/*
 * Limits are read and set by four calls, which agree; a soft limit moves below
 * the hard one, which only root may raise (getrlimit(2)).
 * Needs: root
 */
#include "tap.h"

#include "raw.h"
#include <sys/resource.h>

static int child_as_user(void *unused)
{
    struct rlimit limit = {10, 20};

    (void)unused;
    expect(setrlimit(RLIMIT_NOFILE, &limit) == 0);
    expect(setuid(2001) == 0);
    limit.rlim_cur = 20;
    expect(setrlimit(RLIMIT_NOFILE, &limit) == 0);
    limit.rlim_max = 21;
    expect(setrlimit(RLIMIT_NOFILE, &limit) == -1 && errno == EPERM);
    limit.rlim_cur = limit.rlim_max = 15;
    expect(setrlimit(RLIMIT_NOFILE, &limit) == 0);
    expect(prlimit(getppid(), RLIMIT_NOFILE, NULL, &limit) == -1 &&
           errno == EPERM);
    return 0;
}

static void check_errors(void)
{
    struct rlimit limit = {5, 4};

    fails(getrlimit(16, &limit), EINVAL, "no such resource: EINVAL");
    fails(setrlimit(-1, &limit), EINVAL, "so for setrlimit");
    fails(setrlimit(RLIMIT_CORE, &limit), EINVAL, "soft above hard: EINVAL");
    fails(prlimit(0x7ffffff, RLIMIT_CORE, NULL, &limit), ESRCH,
          "of nobody: ESRCH");
    is(raw_call(191, RLIMIT_CORE, 1, 0), -EFAULT, "bad pointer: EFAULT");
    limit.rlim_max = (2 << 20);
    fails(setrlimit(RLIMIT_NOFILE, &limit), EPERM, "too many files: EPERM");
}

int main(void)
{
    struct rlimit limit = {1 << 20, RLIM_INFINITY}, got;
    unsigned long old[2];
    pid_t pid;

    plan(16);
    need_root();
    is(setrlimit(RLIMIT_CORE, &limit), 0, "setrlimit");
    is(getrlimit(RLIMIT_CORE, &got), 0, "getrlimit");
    ok(got.rlim_cur == 1 << 20 && got.rlim_max == RLIM_INFINITY,
       "gives what was set");
    is(raw_call(76, RLIMIT_CORE, (long)old, 0), 0, "the old getrlimit");
    is((long)old[0], 1 << 20, "agrees");
    is((long)old[1], 0x7fffffff, "but for its infinity");
    limit.rlim_cur = 77;
    pid = child_start(child_pauses, NULL);
    ok(prlimit(pid, RLIMIT_CORE, &limit, &got) == 0 &&
       got.rlim_cur == 1 << 20, "prlimit of a child: it had inherited");
    ok(prlimit(pid, RLIMIT_CORE, NULL, &got) == 0 && got.rlim_cur == 77,
       "and now has its own");
    ok(getrlimit(RLIMIT_CORE, &got) == 0 && got.rlim_cur == 1 << 20,
       "not ours");
    child_kill(pid);
    ok(exited_with(child_run(child_as_user, NULL), 0), "what a user may");
    check_errors();
    return done();
}
