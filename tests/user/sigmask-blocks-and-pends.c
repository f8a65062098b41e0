/* SPDX-License-Identifier: MIT */
/*
 * A blocked signal pends, once however often it was sent, and is delivered
 * when it is unblocked, before sigprocmask() returns (sigprocmask(2)).
 */
#include "tap.h"

static volatile sig_atomic_t count;

static void on_signal(int sig)
{
    (void)sig;
    count++;
}

int main(void)
{
    sigset_t set, old;

    plan(11);
    handle(SIGUSR1, on_signal, 0);
    sigemptyset(&set);
    sigaddset(&set, SIGUSR1);
    must(sigprocmask(SIG_BLOCK, &set, &old));
    is(sigismember(&old, SIGUSR1), 0, "the old mask is returned");
    for (int i = 0; i < 3; i++)
        must(raise(SIGUSR1));
    is(count, 0, "a blocked signal is not delivered");
    must(sigpending(&set));
    is(sigismember(&set, SIGUSR1), 1, "it pends");
    is(sigismember(&set, SIGUSR2), 0, "and no other does");
    must(sigprocmask(SIG_SETMASK, &old, &set));
    is(count, 1, "unblocked it is delivered, once for three");
    is(sigismember(&set, SIGUSR1), 1, "the mask was read back");
    must(sigpending(&set));
    is(sigismember(&set, SIGUSR1), 0, "nothing pends now");
    mask_one(SIG_BLOCK, SIGUSR1);
    must(raise(SIGUSR1));
    handle(SIGUSR1, SIG_IGN, 0);
    must(sigpending(&set));
    is(sigismember(&set, SIGUSR1), 0, "ignoring it discards a pending one");
    handle(SIGUSR1, on_signal, 0);
    mask_one(SIG_UNBLOCK, SIGUSR1);
    is(count, 1, "so that is never delivered");
    mask_one(SIG_BLOCK, SIGCHLD);
    must(raise(SIGCHLD));
    must(sigpending(&set));
    is(sigismember(&set, SIGCHLD), 1,
       "a blocked signal pends even if its default is to be ignored");
    mask_one(SIG_UNBLOCK, SIGCHLD);
    must(sigpending(&set));
    is(sigismember(&set, SIGCHLD), 0, "and is dropped when unblocked");
    return done();
}
