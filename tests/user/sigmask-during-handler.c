/* SPDX-License-Identifier: MIT */
/*
 * While a handler runs its own signal and those in sa_mask are blocked, but
 * for SA_NODEFER; afterwards the mask is as before (sigaction(2)).
 */
#include "tap.h"

static volatile sig_atomic_t depth, deepest, order[8], count;
static sigset_t seen;

static void on_usr1(int sig)
{
    depth++;
    if (depth > deepest)
        deepest = depth;
    order[count++] = sig;
    if (count == 1) {
        sigprocmask(SIG_BLOCK, NULL, &seen);
        raise(SIGUSR1);
        raise(SIGUSR2);
    }
    depth--;
}

static void on_usr2(int sig)
{
    order[count++] = sig;
}

static void reset(void)
{
    depth = deepest = count = 0;
}

int main(void)
{
    struct sigaction act;
    sigset_t set;

    plan(10);
    handle(SIGUSR2, on_usr2, 0);
    memset(&act, 0, sizeof act);
    act.sa_handler = on_usr1;
    sigemptyset(&act.sa_mask);
    sigaddset(&act.sa_mask, SIGUSR2);
    must(sigaction(SIGUSR1, &act, NULL));
    raise(SIGUSR1);
    is(sigismember(&seen, SIGUSR1), 1, "its own signal is blocked");
    is(sigismember(&seen, SIGUSR2), 1, "and that of sa_mask");
    is(deepest, 1, "the handler is not entered again from inside");
    is(count, 3, "what came meanwhile is delivered afterwards");
    must(sigprocmask(SIG_BLOCK, NULL, &set));
    is(sigismember(&set, SIGUSR1) + sigismember(&set, SIGUSR2), 0,
       "the mask is as before");
    reset();
    act.sa_flags = SA_NODEFER;
    sigemptyset(&act.sa_mask);
    must(sigaction(SIGUSR1, &act, NULL));
    raise(SIGUSR1);
    is(sigismember(&seen, SIGUSR1), 0, "SA_NODEFER: it is not blocked");
    is(deepest, 2, "so the handler nests");
    is(count, 3, "three handlers ran");
    is(order[1], SIGUSR1, "the nested one first");
    is(order[2], SIGUSR2, "then the other signal's");
    return done();
}
