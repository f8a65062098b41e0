/* SPDX-License-Identifier: MIT */
/*
 * A child inherits handlers and mask, but no pending signals and no alarm
 * (fork(2), signal(7)).
 */
#include "tap.h"

static volatile sig_atomic_t caught;

static void on_usr1(int sig)
{
    caught = sig;
}

static int child_looks(void *unused)
{
    sigset_t set;

    (void)unused;
    expect(sigpending(&set) == 0);
    expect(!sigismember(&set, SIGUSR2));
    expect(sigprocmask(SIG_BLOCK, NULL, &set) == 0);
    expect(sigismember(&set, SIGUSR2) && !sigismember(&set, SIGUSR1));
    expect(alarm(0) == 0);
    expect(raise(SIGUSR1) == 0);
    expect(caught == SIGUSR1);
    return 0;
}

int main(void)
{
    sigset_t set;
    unsigned int left;

    plan(4);
    handle(SIGUSR1, on_usr1, 0);
    mask_one(SIG_BLOCK, SIGUSR2);
    must(raise(SIGUSR2));
    alarm(1000);
    ok(exited_with(child_run(child_looks, NULL), 0),
       "the child has handlers and mask, no pending signal, no alarm");
    is(caught, 0, "its handler ran in the child alone");
    must(sigpending(&set));
    ok(sigismember(&set, SIGUSR2) == 1, "the parent's signal still pends");
    left = alarm(0);
    ok(left > 900 && left <= 1000, "the parent's alarm still runs");
    return done();
}
