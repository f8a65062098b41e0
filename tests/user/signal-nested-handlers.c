/* SPDX-License-Identifier: MIT */
/*
 * Handlers nest: one interrupts another, each returns to where it came from,
 * and pending signals are taken lowest number first (signal(7)).
 */
#include "tap.h"

static volatile sig_atomic_t trace[16], length;

static void on_signal(int sig)
{
    trace[length++] = sig;
    if (sig == SIGUSR1)
        raise(SIGUSR2);
    trace[length++] = -sig;
}

static void trace_check(const int *want, int count, const char *what)
{
    bool is_same = length == count;

    for (int i = 0; i < length && i < count; i++)
        is_same = is_same && trace[i] == want[i];
    if (!ok(is_same, what))
        for (int i = 0; i < length; i++)
            diag("trace %d: %d", i, (int)trace[i]);
    length = 0;
}

int main(void)
{
    static const int nested[] = {SIGUSR1, SIGUSR2, -SIGUSR2, -SIGUSR1};
    static const int stacked[] = {SIGTERM, -SIGTERM, SIGUSR2, -SIGUSR2,
                                  SIGHUP, -SIGHUP};
    sigset_t set, old;

    plan(2);
    handle(SIGUSR1, on_signal, 0);
    handle(SIGUSR2, on_signal, 0);
    handle(SIGTERM, on_signal, 0);
    handle(SIGHUP, on_signal, 0);
    raise(SIGUSR1);
    trace_check(nested, 4, "one handler inside the other");
    sigfillset(&set);
    must(sigprocmask(SIG_BLOCK, &set, &old));
    raise(SIGTERM);
    raise(SIGHUP);
    raise(SIGUSR2);
    must(sigprocmask(SIG_SETMASK, &old, NULL));
    trace_check(stacked, 6,
                "of three, frames pile up from the lowest number: the "
                "highest runs first");
    return done();
}
