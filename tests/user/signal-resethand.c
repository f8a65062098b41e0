/* SPDX-License-Identifier: MIT */
/*
 * SA_RESETHAND makes the action default again as the handler is entered
 * (sigaction(2)).
 */
#include "tap.h"

static volatile sig_atomic_t was_default;

static void on_signal(int sig)
{
    struct sigaction act;

    sigaction(sig, NULL, &act);
    was_default = act.sa_handler == SIG_DFL;
}

static int child_raises_twice(void *unused)
{
    (void)unused;
    handle(SIGUSR1, on_signal, (int)SA_RESETHAND);
    raise(SIGUSR1);
    expect(was_default);
    raise(SIGUSR1);
    return TAP_CHILD_FAILED;
}

int main(void)
{
    plan(1);
    ok(killed_by(child_run(child_raises_twice, NULL), SIGUSR1),
       "the first is caught, the second ends the process");
    return done();
}
