/* SPDX-License-Identifier: MIT */
/*
 * System V's calls: sighold() and sigrelse() change the mask, sigignore() and
 * sigset() the action, and sigpause() waits with one signal let in (sigset(3)).
 */
#include "tap.h"

static volatile sig_atomic_t count;

static void on_signal(int sig)
{
    (void)sig;
    count++;
}

static bool is_blocked(int sig)
{
    sigset_t mask;

    must(sigprocmask(SIG_BLOCK, NULL, &mask));
    return sigismember(&mask, sig) == 1;
}

static int child_signals(void *unused)
{
    pid_t parent = getppid();

    (void)unused;
    expect(wait_until(is_asleep(parent)));
    return kill(parent, SIGUSR1);
}

int main(void)
{
    pid_t child;

    plan(16);
    is(sighold(SIGUSR1), 0, "sighold succeeds");
    ok(is_blocked(SIGUSR1), "the signal is blocked");
    is(sigrelse(SIGUSR1), 0, "sigrelse succeeds");
    ok(!is_blocked(SIGUSR1), "the signal is let in");
    ok(sigset(SIGUSR1, on_signal) == SIG_DFL, "sigset tells the old action");
    raise(SIGUSR1);
    is(count, 1, "and sets the handler");
    ok(sigset(SIGUSR1, SIG_HOLD) == on_signal, "SIG_HOLD only");
    ok(is_blocked(SIGUSR1), "blocks");
    child = child_start(child_signals, NULL);
    fails(sigpause(SIGUSR1), EINTR, "sigpause waits for it");
    child_wait(child);
    is(count, 2, "and lets it in");
    ok(is_blocked(SIGUSR1), "but no longer than that");
    ok(sigset(SIGUSR1, SIG_DFL) == SIG_HOLD, "it was blocked: SIG_HOLD");
    ok(!is_blocked(SIGUSR1), "an action lets it in");
    is(sigignore(SIGUSR1), 0, "sigignore succeeds");
    raise(SIGUSR1);
    is(count, 2, "and nothing comes");
    fails(sigignore(SIGKILL), EINVAL, "SIGKILL cannot be ignored");
    return done();
}
