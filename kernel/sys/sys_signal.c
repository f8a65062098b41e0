/* SPDX-License-Identifier: MIT */
/*
 * System calls about signals.
 *
 * Called by sys/dispatch.c in process context.
 * Read next: proc/kill.c for sending, proc/deliver.c for what happens then.
 */
#include "proc/signal.h"
#include "sys/handler.h"

long sys_kill(pid_t pid, int sig)
{
    if (pid == INT32_MIN)
        return -ESRCH;
    return signal_kill(pid, sig);
}

long sys_tgkill(pid_t tgid, pid_t tid, int sig)
{
    siginfo_t info = signal_info_user(sig, SI_TKILL);
    if (tgid <= 0 || tid <= 0)
        return -EINVAL;
    return tgid == tid ? signal_send(tid, TO_THREAD, &info) : -ESRCH;
}

long siginfo_send(pid_t tgid, pid_t pid, enum target to, int sig, siginfo_t *info)
{
    if (to == TO_THREAD && (tgid <= 0 || pid <= 0))
        return -EINVAL;
    /* The siginfo is the sender's own; but to others nobody may pretend to be
     * the kernel, or kill. */
    if ((info->si_code >= 0 || info->si_code == SI_TKILL) &&
        pid != this_proc()->pid)
        return -EPERM;
    info->si_signo = sig;
    return tgid == pid ? signal_send(pid, to, info) : -ESRCH;
}

/* ---- Actions --------------------------------------------------------------- */

int sigaction_change(int sig, const struct ksigaction *act,
                     struct ksigaction *old)
{
    struct proc *p = this_proc();
    if (!signal_is_valid(sig) || (act && (sig == SIGKILL || sig == SIGSTOP)))
        return -EINVAL;
    struct ksigaction *entry = &p->actions->action[sig - 1];
    *old = *entry;
    if (!act)
        return 0;
    *entry = *act;
    entry->flags &= SA_ALL; /* so a program finds out which are known */
    entry->mask &= ~SIGNAL_UNBLOCKABLE;
    /* A signal that is pending and now ignored is discarded: POSIX.1-2017,
     * 2.4.3. */
    if (signal_is_ignored(p, sig) && p != proc_init_process)
        signal_discard(p, SIGNAL_BIT(sig));
    return 0;
}

/* ---- Masks ----------------------------------------------------------------- */

static int sigmask_change(int how, sigset_t set)
{
    sigset_t mask = this_proc()->blocked;
    switch (how) {
    case SIG_BLOCK:
        mask |= set;
        break;
    case SIG_UNBLOCK:
        mask &= ~set;
        break;
    case SIG_SETMASK:
        mask = set;
        break;
    default:
        return -EINVAL;
    }
    signal_set_mask(mask);
    return 0;
}

long sigmask_call(int how, uaddr_t set, uaddr_t old, size_t size)
{
    sigset_t before = this_proc()->blocked;
    sigset_t change = 0;
    if (set) {
        if (user_read(&change, set, size) < 0)
            return -EFAULT;
        if (how == SIG_SETMASK && size < sizeof(change))
            change |= before & ~(sigset_t)UINT32_MAX; /* these stay */
        int error = sigmask_change(how, change);
        if (error < 0)
            return error;
    }
    return old ? user_write(old, &before, size) : 0;
}

long sys_rt_sigpending(uaddr_t set, size_t setsize)
{
    const struct proc *p = this_proc();
    sigset_t pending = signal_pending(p) & p->blocked;
    if (setsize > sizeof(sigset_t))
        return -EINVAL;
    return user_write(set, &pending, setsize);
}

/* ---- Waiting for a signal -------------------------------------------------- */

long signal_pause(const char *wchan)
{
    while (!signal_is_pending(this_proc())) {
        if (sleep_until_woken(SLEEP_INTERRUPTIBLE, wchan, TICK_NEVER) < 0)
            break;
    }
    return -ERESTARTNOHAND;
}

long sigsuspend_with(sigset_t mask)
{
    struct proc *p = this_proc();
    /* The old mask comes back when the handler has run, not before: the frame
     * carries it, or the tail does. */
    p->saved_mask = p->blocked;
    p->has_saved_mask = true;
    signal_set_mask(mask);
    return signal_pause("sigsuspend");
}

long sigtimedwait(uaddr_t set, uaddr_t info, uaddr_t timeout,
                  enum time_form form, size_t setsize)
{
    siginfo_t taken;
    sigset_t wanted;
    tick_t deadline;
    if (setsize != sizeof(sigset_t))
        return -EINVAL;
    if (user_get(wanted, set) < 0)
        return -EFAULT;
    long sig = deadline_get(timeout, form, &deadline);
    if (sig == 0)
        sig = signal_wait(wanted & ~SIGNAL_UNBLOCKABLE, &taken, deadline);
    return sig > 0 && info && user_put(info, taken) < 0 ? -EFAULT : sig;
}

/* ---- Going on --------------------------------------------------------------- */

long sys_restart_syscall(void)
{
    struct restart *restart = &this_proc()->restart;
    return restart->resume ? restart->resume(restart) : -EINTR;
}
