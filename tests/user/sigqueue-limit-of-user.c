/* SPDX-License-Identifier: MIT */
/*
 * RLIMIT_SIGPENDING counts what waits for the receiver's user alone, and what kill()
 * or the kernel sends of the standard signals comes whole beyond it (getrlimit(2)).
 * Needs: root
 */
#include "tap.h"

#include <sys/resource.h>

enum { LIMIT = 2, USER = 2118, OTHER };

static int ready[2];

static void fill_as(uid_t uid)
{
    const struct rlimit limit = {LIMIT, LIMIT};
    union sigval value = {.sival_int = 5};

    mask_one(SIG_BLOCK, SIGRTMIN);
    mask_one(SIG_BLOCK, SIGUSR1);
    expect(setrlimit(RLIMIT_SIGPENDING, &limit) == 0);
    expect(setuid(uid) == 0);
    for (int i = 0; i < LIMIT; i++)
        expect(sigqueue(getpid(), SIGRTMIN, value) == 0);
    expect(sigqueue(getpid(), SIGRTMIN, value) == -1 && errno == EAGAIN);
}

static int fills_and_pauses(void *unused)
{
    fill_as(USER);
    expect(write(ready[1], "r", 1) == 1);
    return child_pauses(unused);
}

static int fills_as_other(void *unused)
{
    struct timespec none = {0, 0};
    siginfo_t info;
    sigset_t set;

    (void)unused;
    fill_as(OTHER);
    expect(kill(getpid(), SIGUSR1) == 0);
    sigemptyset(&set);
    sigaddset(&set, SIGUSR1);
    expect(sigtimedwait(&set, &info, &none) == SIGUSR1);
    expect(info.si_code == SI_USER && info.si_pid == getpid());
    return 0;
}

int main(void)
{
    pid_t pid;
    char c;

    need_root();
    plan(1);
    must(pipe(ready));
    pid = child_start(fills_and_pauses, NULL);
    must(read(ready[0], &c, 1));
    ok(exited_with(child_run(fills_as_other, NULL), 0),
       "a user's full queue is not another's; kill's siginfo still comes");
    child_kill(pid);
    return done();
}
