/* SPDX-License-Identifier: MIT */
/*
 * Delivery: what a process does about its pending signals, in the tail, just
 * before it would return to user mode.
 *
 * Each signal is ignored, ends or stops the process, or enters a handler, whose
 * frame sigframe.c builds.  It is also decided here whether an interrupted call
 * is repeated or fails with EINTR, since that depends on the handler.
 * Called by the tail only, interrupts off, the process RUNNING.
 * Read next: proc/sigframe.c, proc/exit.c.
 */
#include <asm/wait.h>
#include <tine/syscall.h>

#include "debug/trace.h"
#include "proc/exit.h"
#include "proc/group.h"
#include "proc/sigframe.h"
#include "proc/signal.h"

/* Whether the interrupted call shall be executed again: always, if no handler runs. */
static bool call_is_repeated(long result, bool has_handler, unsigned long flags)
{
    return !has_handler || result == -ERESTARTNOINTR ||
           (result == -ERESTARTSYS && flags & SA_RESTART);
}

/* Turns an ERESTART result into a repetition or into EINTR, once
 * (SUBTLE(restart-codes)). */
static void settle_call(struct trapframe *frame, bool has_handler,
                        unsigned long flags)
{
    struct proc *p = this_proc();
    if (!p->has_unsettled_call)
        return;
    p->has_unsettled_call = false;
    long result = trapframe_result(frame);
    if (!call_is_repeated(result, has_handler, flags))
        trapframe_set_result(frame, -EINTR);
    else if (result == -ERESTARTBLOCK)
        trapframe_restart(frame, SYS_restart_syscall);
    else
        trapframe_restart(frame, trapframe_syscall(frame));
    trapframe_end_syscall(frame);
}

/* The terminal's stop signals do nothing to an orphaned group: nobody could
 * continue it (POSIX.1-2017, 2.4.3). */
static void signal_stop(struct proc *p, int sig)
{
    if (sig != SIGSTOP && group_is_orphaned(p->group))
        return;
    p->stop_status = W_STOPCODE(sig);
    p->is_continued = false;
    signal_parent(p, p->stop_status);
    sleep_while_stopped();
}

/* What is ignored does nothing; what continues did so when it was posted. */
static void signal_default(struct proc *p, int sig)
{
    enum signal_default action = signal_default_action(sig);
    bool is_init = p == proc_init_process;

    if (action == SIGNAL_STOP && !is_init)
        signal_stop(p, sig);
    if ((action == SIGNAL_TERM || action == SIGNAL_CORE) &&
        (!is_init || p->has_faulted))
        exit_process(W_EXITCODE(0, sig));
}

/* Enters the handler. Errors: -EFAULT the frame could not be written. */
static int signal_handle(struct trapframe *frame, const siginfo_t *info)
{
    struct proc *p = this_proc();
    int sig = info->si_signo;
    struct ksigaction *entry = &p->actions->action[sig - 1];
    struct ksigaction action = *entry;
    /* SUBTLE(saved-mask): what sigreturn shall restore. */
    sigset_t mask = p->has_saved_mask ? p->saved_mask : p->blocked;

    settle_call(frame, true, action.flags);
    if (action.flags & SA_RESETHAND)
        entry->handler = SIG_DFL_ADDR;
    int error = sigframe_push(frame, info, &action, mask);
    if (error < 0)
        return error;
    p->has_saved_mask = false;
    sigset_t blocked = p->blocked | action.mask;
    if (!(action.flags & SA_NODEFER))
        blocked |= SIGNAL_BIT(sig);
    signal_set_mask(blocked);
    return 0;
}

/* The process dies of SIGSEGV: its stack cannot hold the handler's frame. */
static void signal_frame_failed(struct proc *p, int sig)
{
    /* Were it SIGSEGV's own handler, it could not run for that either. */
    if (sig == SIGSEGV)
        p->actions->action[SIGSEGV - 1].handler = SIG_DFL_ADDR;
    signal_fault(p, SIGSEGV, SI_KERNEL, 0);
}

void signal_deliver(struct trapframe *frame)
{
    struct proc *p = this_proc();
    int sig;

    while ((sig = signal_next(p, ~p->blocked)) != 0) {
        siginfo_t info;
        trace_deliver(p, sig);
        p->usage.signals++;
        if (p->fatal_signal)
            exit_process(W_EXITCODE(0, sig));
        signal_take(p, sig, &info);
        unsigned long handler = p->actions->action[sig - 1].handler;
        if (handler == SIG_IGN_ADDR)
            continue;
        if (handler == SIG_DFL_ADDR) {
            signal_default(p, sig);
            continue;
        }
        if (signal_handle(frame, &info) < 0)
            signal_frame_failed(p, sig);
        else
            p->has_faulted = false;
        return; /* the tail looks again */
    }

    settle_call(frame, false, 0);
    if (p->has_saved_mask) {
        p->has_saved_mask = false;
        signal_set_mask(p->saved_mask);
    }
}
