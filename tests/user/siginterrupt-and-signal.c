/* SPDX-License-Identifier: MIT */
/*
 * A handler set by signal() stays and lets calls go on; siginterrupt() makes
 * them fail instead; raise(), killpg() and kill() send (signal(2),
 * siginterrupt(3), killpg(3)).
 */
#include "tap.h"

static volatile sig_atomic_t count;
static int data[2];

static void on_signal(int sig)
{
    (void)sig;
    count++;
}

static int child_signals_then_writes(void *unused)
{
    pid_t parent = getppid();

    (void)unused;
    expect(wait_until(is_asleep(parent)));
    expect(kill(parent, SIGUSR1) == 0);
    expect(wait_until(is_asleep(parent)));
    expect(write(data[1], "x", 1) == 1);
    return 0;
}

static int child_signals(void *unused)
{
    pid_t parent = getppid();

    (void)unused;
    expect(wait_until(is_asleep(parent)));
    return kill(parent, SIGUSR1);
}

static int child_signals_group(void *unused)
{
    (void)unused;
    expect(setpgid(0, 0) == 0);
    count = 0;
    expect(killpg(getpgrp(), SIGUSR1) == 0);
    return count == 1 ? 0 : TAP_CHILD_FAILED;
}

int main(void)
{
    char byte;
    pid_t child;

    plan(9);
    must(pipe(data));
    ok(signal(SIGUSR1, on_signal) == SIG_DFL, "signal tells the old action");
    is(raise(SIGUSR1), 0, "raise succeeds");
    is(count, 1, "the handler has run when raise returns");
    child = child_start(child_signals_then_writes, NULL);
    is(read(data[0], &byte, 1), 1, "read goes on after the handler");
    child_wait(child);
    is(siginterrupt(SIGUSR1, 1), 0, "siginterrupt succeeds");
    child = child_start(child_signals, NULL);
    fails(read(data[0], &byte, 1), EINTR, "now read fails");
    child_wait(child);
    ok(exited_with(child_run(child_signals_group, NULL), 0),
       "killpg reaches the own group");
    ok(signal(SIGUSR1, SIG_IGN) == on_signal, "the handler was still there");
    ok(signal(SIGKILL, on_signal) == SIG_ERR && errno == EINVAL,
       "SIGKILL: SIG_ERR and EINVAL");
    return done();
}
