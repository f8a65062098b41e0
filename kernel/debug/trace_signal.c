/* SPDX-License-Identifier: MIT */
/*
 * Signals in the trace: who sent one, and what the receiver will do about it.
 *
 * Called by signal.c and deliver.c through debug/trace.h.  Owns nothing.
 * Read next: debug/trace_machine.c.
 */
#include "debug/trace_ring.h"
#include "proc/group.h"
#include "proc/proc.h"
#include "proc/signal.h"

/* Why, where it is not that a process called kill. */
static const char *signal_cause(int sig, const siginfo_t *info)
{
    if (!info || info->si_code == SI_KERNEL)
        return "kernel";
    if (info->si_code == SI_TIMER)
        return "timer";
    return sig == SIGCHLD && info->si_code > 0 ? "child" : NULL;
}

void trace_record_signal(const struct proc *p, int sig, const siginfo_t *info)
{
    bool is_sent = info && info->si_code <= 0 && info->si_code != SI_TIMER;
    pid_t sender = is_sent ? this_proc()->pid : 0;

    if (info && sig == SIGCHLD && info->si_code > 0)
        sender = info->si_pid;
    trace_record(TRACE_SIGNAL, p->pid, sig, sender, signal_cause(sig, info));
}

/* As deliver.c will decide when it comes to that. */
static const char *signal_act(const struct proc *p, int sig)
{
    unsigned long handler = p->actions->action[sig - 1].handler;
    bool is_init = p == proc_init_process;

    if (p->fatal_signal)
        return "terminate";
    if (handler != SIG_DFL_ADDR)
        return handler == SIG_IGN_ADDR ? "ignore" : "handler";
    switch (signal_default_action(sig)) {
    case SIGNAL_CONT:
        return "continue";
    case SIGNAL_STOP:
        return is_init || (sig != SIGSTOP && group_is_orphaned(p->group))
                   ? "ignore" : "stop";
    case SIGNAL_TERM:
    case SIGNAL_CORE:
        return is_init && !p->has_faulted ? "ignore" : "terminate";
    default:
        return "ignore";
    }
}

void trace_record_deliver(const struct proc *p, int sig)
{
    trace_record(TRACE_DELIVER, p->pid, sig, 0, signal_act(p, sig));
}
