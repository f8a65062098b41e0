/* SPDX-License-Identifier: MIT */
/*
 * System V's signal calls, which POSIX keeps: sigset and its companions work on
 * one signal at a time, by sigaction, sigprocmask and sigsuspend.
 *
 * Read next: signal.c.
 */
#include <errno.h>
#include <signal.h>

static int mask_change(int how, int sig, sigset_t *old)
{
    sigset_t set;

    sigemptyset(&set);
    if (sigaddset(&set, sig) < 0)
        return -1;
    return sigprocmask(how, &set, old);
}

int sighold(int sig)
{
    return mask_change(SIG_BLOCK, sig, NULL);
}

int sigrelse(int sig)
{
    return mask_change(SIG_UNBLOCK, sig, NULL);
}

static int action_set(int sig, sighandler_t handler, struct sigaction *old)
{
    struct sigaction act = {.sa_flags = 0};

    act.sa_handler = handler;
    return sigaction(sig, &act, old);
}

int sigignore(int sig)
{
    return action_set(sig, SIG_IGN, NULL);
}

/* Returns what it was before: SIG_HOLD if the signal was blocked. */
sighandler_t sigset(int sig, sighandler_t disposition)
{
    int is_hold = disposition == SIG_HOLD;
    struct sigaction old;
    sigset_t mask;

    if (is_hold ? sigaction(sig, NULL, &old) < 0
                : action_set(sig, disposition, &old) < 0)
        return SIG_ERR;
    if (mask_change(is_hold ? SIG_BLOCK : SIG_UNBLOCK, sig, &mask) < 0)
        return SIG_ERR;
    return sigismember(&mask, sig) ? SIG_HOLD : old.sa_handler;
}

/* Takes SIG out of the mask while it waits. */
int sigpause(int sig)
{
    sigset_t mask;

    sigprocmask(SIG_BLOCK, NULL, &mask);
    if (sigdelset(&mask, sig) < 0)
        return -1;
    return sigsuspend(&mask);
}
