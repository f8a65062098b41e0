/* SPDX-License-Identifier: MIT */
/*
 * A handler set by sigaction() is called with the signal's number, and the
 * program goes on where it was (sigaction(2)).
 */
#include "tap.h"

static volatile sig_atomic_t count, last;

static void on_signal(int sig)
{
    count++;
    last = sig;
}

int main(void)
{
    struct sigaction old;

    plan(9);
    handle(SIGUSR1, on_signal, 0);
    must(sigaction(SIGUSR1, NULL, &old));
    ok(old.sa_handler == on_signal, "the action can be read back");
    is(raise(SIGUSR1), 0, "raise");
    is(count, 1, "the handler ran before raise() returned");
    is(last, SIGUSR1, "with the signal's number");
    must(kill(getpid(), SIGUSR1));
    is(count, 2, "it stays set");
    ok(signal(SIGUSR2, on_signal) == SIG_DFL, "signal() returns the old one");
    raise(SIGUSR2);
    is(last, SIGUSR2, "and sets the new one");
    ok(signal(SIGUSR2, SIG_IGN) == on_signal, "again");
    raise(SIGUSR2);
    is(count, 3, "an ignored signal does nothing");
    return done();
}
