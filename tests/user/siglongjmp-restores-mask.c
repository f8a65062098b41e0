/* SPDX-License-Identifier: MIT */
/*
 * siglongjmp() brings back the mask that sigsetjmp() was asked to save, and
 * only then; it never makes sigsetjmp() return 0 (sigsetjmp(3)).
 */
#include "tap.h"

#include <setjmp.h>

static sigjmp_buf place;

static bool is_blocked(int sig)
{
    sigset_t mask;

    must(sigprocmask(SIG_BLOCK, NULL, &mask));
    return sigismember(&mask, sig) == 1;
}

static void on_signal(int sig)
{
    (void)sig;
    siglongjmp(place, 7);
}

int main(void)
{
    volatile int rounds = 0;
    int value;

    plan(6);
    handle(SIGUSR1, on_signal, 0);
    value = sigsetjmp(place, 1);
    if (value == 0)
        raise(SIGUSR1);
    is(value, 7, "the value comes through");
    ok(!is_blocked(SIGUSR1), "with the mask from before the handler");
    value = sigsetjmp(place, 0);
    if (value == 0)
        raise(SIGUSR1);
    is(value, 7, "without a saved mask");
    ok(is_blocked(SIGUSR1), "the handler's stays");
    value = sigsetjmp(place, 0);
    if (rounds++ == 0)
        siglongjmp(place, 0);
    is(value, 1, "0 becomes 1");
    is(rounds, 2, "and it returned twice");
    return done();
}
