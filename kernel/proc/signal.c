/* SPDX-License-Identifier: MIT */
/*
 * Posting signals: from kill, the terminal, timers and faults to the pending
 * set of a process.
 *
 * Posting never acts on the receiver beyond its pending set and its readiness:
 * the process itself acts, in the tail (deliver.c).  Three effects cannot wait
 * for that and happen here: a stop signal discards a pending continue and the
 * reverse, SIGCONT and SIGKILL make a stopped process ready, and a sleeper that
 * the signal may wake is woken.
 * Called in any context with interrupts off.
 * Read next: proc/sigqueue.c, then proc/deliver.c.
 */
#include "proc/signal.h"

#include <asm/wait.h>

#include "debug/trace.h"
#include "sched/core.h"

enum signal_default signal_default_action(int sig)
{
    static const uint8_t actions[] = {
#define SIGNAL(number, name, action, text) [number] = SIGNAL_##action,
#include <tine/signals.def>
#undef SIGNAL
    };
    return sig < (int)ARRAY_LEN(actions) ? actions[sig] : SIGNAL_TERM;
}

bool signal_is_blocked(const struct proc *p, int sig)
{
    return p->blocked & SIGNAL_BIT(sig);
}

bool signal_is_ignored(const struct proc *p, int sig)
{
    unsigned long handler = p->actions->action[sig - 1].handler;
    if (handler == SIG_IGN_ADDR)
        return true;
    if (handler != SIG_DFL_ADDR)
        return false;
    /* SUBTLE(init-signals): nobody may end or stop init but by a handler it
     * chose: kill(2), NOTES. */
    return p == proc_init_process || signal_default_action(sig) == SIGNAL_IGN;
}

/* SUBTLE(fatal-signal): whether SIG, about to be posted, ends P whatever it waits
 * for and whatever follows; what dumps core, or comes after others, has its turn. */
static bool signal_ends_at_once(const struct proc *p, int sig)
{
    bool is_deadly = !signal_is_blocked(p, sig) && !signal_is_ignored(p, sig) &&
                     p->actions->action[sig - 1].handler == SIG_DFL_ADDR &&
                     signal_default_action(sig) == SIGNAL_TERM;
    bool is_first = !signal_is_pending(p) && p->state != PROC_STOPPED;
    return is_deadly && (is_first || sig == SIGKILL);
}

/* SUBTLE(stop-and-continue): what a stop, continue or kill signal does before
 * it is even looked at. */
static void signal_cancel_opposites(struct proc *p, int sig)
{
    if (SIGNAL_STOPS & SIGNAL_BIT(sig))
        signal_discard(p, SIGNAL_BIT(SIGCONT));
    if (sig == SIGCONT)
        signal_discard(p, SIGNAL_STOPS);
    if (p->state != PROC_STOPPED || (sig != SIGCONT && sig != SIGKILL))
        return;
    p->stop_status = 0;
    if (sig == SIGCONT) {
        p->is_continued = true;
        signal_parent(p, W_CONTINUED);
    }
    sched_ready(p, SCHED_WOKEN, "continued");
}

int signal_post_to(struct proc *p, enum target to, int sig,
                   const siginfo_t *info, struct sigqueue *reserved)
{
    sigset_t *pending = &p->pending[to];
    if (p->state == PROC_ZOMBIE || p->is_exiting || p->fatal_signal)
        return 0;
    signal_cancel_opposites(p, sig);
    if (signal_is_ignored(p, sig) && !signal_is_blocked(p, sig))
        return 0;

    if (sig < SIGRTMIN_KERNEL && (*pending & SIGNAL_BIT(sig)))
        return 0; /* standard signals coalesce: signal(7) */
    /* What sigqueue sends is its siginfo; all others still arrive without. */
    if (!signal_enqueue(p, to, sig, info, reserved) && sig >= SIGRTMIN_KERNEL &&
        info && info->si_code != SI_USER)
        return -EAGAIN;
    if (signal_ends_at_once(p, sig))
        p->fatal_signal = sig;
    *pending |= SIGNAL_BIT(sig);
    trace_signal(p, sig, info);
    waitq_wake(&p->signal_event);
    if (p->state == PROC_BLOCKED && sleep_is_interrupted(p, p->sleep_kind))
        sched_ready(p, SCHED_WOKEN, "signal");
    return 0;
}

int signal_post(struct proc *p, int sig, const siginfo_t *info)
{
    return signal_post_to(p, TO_PROCESS, sig, info, NULL);
}

void signal_raise(int sig)
{
    siginfo_t info = signal_info_user(sig, SI_USER);
    signal_post_to(this_proc(), TO_THREAD, sig, &info, NULL);
}

void signal_set_mask(sigset_t mask)
{
    this_proc()->blocked = mask & ~SIGNAL_UNBLOCKABLE;
}

siginfo_t signal_info_user(int sig, int code)
{
    siginfo_t info = { .si_signo = sig, .si_code = code };
    info.si_pid = this_proc()->pid;
    info.si_uid = this_proc()->cred.uid;
    return info;
}

void signal_fault(struct proc *p, int sig, int code, uaddr_t addr)
{
    struct ksigaction *action = &p->actions->action[sig - 1];
    siginfo_t info = { .si_signo = sig, .si_code = code };
    info.si_addr = (void *)(uintptr_t)addr;

    /* The instruction would fault for ever: no mask and no SIG_IGN helps. */
    if (signal_is_blocked(p, sig) || action->handler == SIG_IGN_ADDR) {
        action->handler = SIG_DFL_ADDR;
        p->blocked &= ~SIGNAL_BIT(sig);
    }
    p->has_faulted = true;
    signal_discard(p, SIGNAL_BIT(sig));
    (void)signal_enqueue(p, TO_THREAD, sig, &info, NULL);
    p->pending[TO_THREAD] |= SIGNAL_BIT(sig);
    trace_event(TRACE_SIGNAL, p->pid, sig, 0, "fault");
}

void signal_info_child(siginfo_t *info, const struct proc *p, int status)
{
    *info = (siginfo_t){ .si_signo = SIGCHLD };
    if (status == W_CONTINUED) {
        info->si_code = CLD_CONTINUED;
        info->si_status = SIGCONT;
    } else if (WIFSTOPPED(status)) {
        info->si_code = CLD_STOPPED;
        info->si_status = WSTOPSIG(status);
    } else if (WIFEXITED(status)) {
        info->si_code = CLD_EXITED;
        info->si_status = WEXITSTATUS(status);
    } else {
        info->si_code = CLD_KILLED; /* no core files: no CLD_DUMPED */
        info->si_status = WTERMSIG(status);
    }
    info->si_pid = p->pid;
    info->si_uid = p->cred.uid;
    info->si_utime = (clock_t)(p->usage.user_ns / NS_PER_TICK);
    info->si_stime = (clock_t)(p->usage.system_ns / NS_PER_TICK);
}

bool signal_parent(struct proc *p, int status)
{
    struct proc *parent = p->parent;
    const struct ksigaction *action = &parent->actions->action[SIGCHLD - 1];
    bool is_end = WIFEXITED(status) || WIFSIGNALED(status);
    int sig = is_end ? p->exit_signal : SIGCHLD;

    if (signal_is_valid(sig) && (is_end || !(action->flags & SA_NOCLDSTOP))) {
        siginfo_t info;
        signal_info_child(&info, p, status);
        info.si_signo = sig;
        signal_post(parent, sig, &info);
    }
    parent->has_child_news = true;
    waitq_wake(&parent->child_event);
    return is_end && sig == SIGCHLD && (action->handler == SIG_IGN_ADDR ||
                                        (action->flags & SA_NOCLDWAIT));
}
