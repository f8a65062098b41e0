/* SPDX-License-Identifier: MIT */
/*
 * Sets of signals: signal N is bit N - 1 of a 64-bit word (sigsetops(3)).
 *
 * Called from anywhere, also from handlers: they touch nothing but the set
 * (and errno, for a number that is no signal).
 * Read next: signal.c.
 */
#include <errno.h>
#include <signal.h>

static int is_signal(int sig)
{
    if (sig >= 1 && sig < NSIG)
        return 1;
    errno = EINVAL;
    return 0;
}

static sigset_t signal_bit(int sig)
{
    return (sigset_t)1 << (sig - 1);
}

int sigemptyset(sigset_t *set)
{
    *set = 0;
    return 0;
}

int sigfillset(sigset_t *set)
{
    *set = ~(sigset_t)0;
    return 0;
}

int sigaddset(sigset_t *set, int sig)
{
    if (!is_signal(sig))
        return -1;
    *set |= signal_bit(sig);
    return 0;
}

int sigdelset(sigset_t *set, int sig)
{
    if (!is_signal(sig))
        return -1;
    *set &= ~signal_bit(sig);
    return 0;
}

int sigismember(const sigset_t *set, int sig)
{
    if (!is_signal(sig))
        return -1;
    return (*set & signal_bit(sig)) != 0;
}

int sigisemptyset(const sigset_t *set)
{
    return *set == 0;
}
