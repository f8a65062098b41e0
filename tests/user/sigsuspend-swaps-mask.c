/* SPDX-License-Identifier: MIT */
/*
 * sigsuspend() waits with another mask in one step, returns EINTR after a
 * handler, and the former mask is back (sigsuspend(2)).
 */
#include "tap.h"

static volatile sig_atomic_t caught, first;
static sigset_t in_handler;

static void on_signal(int sig)
{
    if (caught == 0)
        first = sig;
    caught = sig;
    sigprocmask(SIG_BLOCK, NULL, &in_handler);
}

static int child_signals_sleeper(void *unused)
{
    pid_t parent = getppid();

    (void)unused;
    expect(wait_until(is_asleep(parent)));
    expect(kill(parent, SIGUSR2) == 0);
    expect(wait_until(is_asleep(parent)));
    expect(kill(parent, SIGUSR1) == 0);
    return 0;
}

int main(void)
{
    sigset_t set;
    pid_t pid;

    plan(9);
    handle(SIGUSR1, on_signal, 0);
    handle(SIGUSR2, on_signal, 0);
    mask_one(SIG_BLOCK, SIGUSR1);
    raise(SIGUSR1);
    is(caught, 0, "the signal pends");
    sigemptyset(&set);
    sigaddset(&set, SIGUSR2);
    fails(sigsuspend(&set), EINTR, "sigsuspend returns at once with EINTR");
    is(caught, SIGUSR1, "its handler ran");
    is(sigismember(&in_handler, SIGUSR2), 1, "under the given mask");
    must(sigprocmask(SIG_BLOCK, NULL, &set));
    ok(sigismember(&set, SIGUSR1) == 1 && sigismember(&set, SIGUSR2) == 0,
       "the former mask is back");
    caught = 0;
    pid = child_start(child_signals_sleeper, NULL);
    sigemptyset(&set);
    sigaddset(&set, SIGUSR2);
    fails(sigsuspend(&set), EINTR, "it sleeps until a signal comes");
    is(first, SIGUSR1, "one that the given mask lets through");
    is(caught, SIGUSR2, "the other comes under the former mask");
    ok(exited_with(child_wait(pid), 0), "and the sender saw us asleep");
    return done();
}
