/* SPDX-License-Identifier: MIT */
/*
 * Sending signals and saying what is to happen when one arrives.
 *
 * The kernel's rt_sigaction has a layout of its own and wants to know where
 * a handler returns to: signal_restorer, in sigreturn.S.  With SA_SIGINFO
 * the kernel builds the frame that rt_sigreturn(2) takes back; a handler that
 * did not ask for it just does not look at its two further arguments.  So it
 * is always set, and wants_siginfo remembers who asked.
 * Read next: sigset.c for masks, kernel/proc/sigframe.c for the other side.
 */
#include <errno.h>
#include <signal.h>
#include <unistd.h>
#include "sys.h"

void signal_restorer(void);

static sigset_t wants_siginfo;

int sigaction(int sig, const struct sigaction *restrict act,
              struct sigaction *restrict old)
{
    struct ksigaction new_action, old_action;
    int old_wanted = sigismember(&wants_siginfo, sig) == 1;

    if (act) {
        new_action.handler = (unsigned long)act->sa_handler;
        new_action.flags = (unsigned long)act->sa_flags | SA_SIGINFO |
                           SA_RESTORER;
        new_action.restorer = (unsigned long)signal_restorer;
        new_action.mask = act->sa_mask;
    }
    if (syscall_result(sys_rt_sigaction(sig, act ? &new_action : NULL,
                                        old ? &old_action : NULL,
                                        sizeof(sigset_t))) < 0)
        return -1;
    if (act) {
        if (act->sa_flags & SA_SIGINFO)
            sigaddset(&wants_siginfo, sig);
        else
            sigdelset(&wants_siginfo, sig);
    }
    if (old) {
        old->sa_handler = (sighandler_t)old_action.handler;
        old->sa_flags = (int)(old_action.flags & ~(unsigned long)SA_RESTORER);
        if (!old_wanted)
            old->sa_flags &= ~SA_SIGINFO;
        old->sa_mask = old_action.mask;
    }
    return 0;
}

/* As BSD and Linux have it: the handler stays, calls restart (signal(2)). */
sighandler_t signal(int sig, sighandler_t handler)
{
    struct sigaction act = {.sa_flags = SA_RESTART};
    struct sigaction old;

    act.sa_handler = handler;
    if (sigaction(sig, &act, &old) < 0)
        return SIG_ERR;
    return old.sa_handler;
}

int siginterrupt(int sig, int interrupts)
{
    struct sigaction act;

    if (sigaction(sig, NULL, &act) < 0)
        return -1;
    if (interrupts)
        act.sa_flags &= ~SA_RESTART;
    else
        act.sa_flags |= SA_RESTART;
    return sigaction(sig, &act, NULL);
}

int kill(pid_t pid, int sig)
{
    return (int)syscall_result(sys_kill(pid, sig));
}

int killpg(pid_t pgid, int sig)
{
    if (pgid < 0) {
        errno = EINVAL;
        return -1;
    }
    return kill(-pgid, sig);
}

int tgkill(pid_t tgid, pid_t tid, int sig)
{
    return (int)syscall_result(sys_tgkill(tgid, tid, sig));
}

int raise(int sig)
{
    return kill(getpid(), sig);
}

int sigprocmask(int how, const sigset_t *restrict set, sigset_t *restrict old)
{
    return (int)syscall_result(
        sys_rt_sigprocmask(how, set, old, sizeof(sigset_t)));
}

int sigpending(sigset_t *set)
{
    return (int)syscall_result(sys_rt_sigpending(set, sizeof(sigset_t)));
}

int sigsuspend(const sigset_t *mask)
{
    return (int)syscall_result(sys_rt_sigsuspend(mask, sizeof(sigset_t)));
}

int sigaltstack(const stack_t *restrict stack, stack_t *restrict old)
{
    return (int)syscall_result(sys_sigaltstack(stack, old));
}

int pause(void)
{
    return (int)syscall_result(sys_pause());
}
