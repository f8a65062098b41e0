/* SPDX-License-Identifier: MIT */
/*
 * Signals: posting, masks and actions.  Delivery to the program stands in
 * proc/deliver.c.
 *
 * A signal is posted to a process by setting a bit in pending (and queueing its
 * siginfo), and acted on by the process itself, in the tail on its way to user
 * mode.  So nobody ever changes a running process from outside.
 * Read next: proc/signal.c, then proc/deliver.c.
 */
#pragma once

#include <asm/signal.h>

#include "proc/proc.h"

/* What a process does at each signal; shared by clone(CLONE_SIGHAND). */
struct sigactions {
    unsigned int refs;
    struct ksigaction action[SIGRTMAX_KERNEL]; /* of signal N at N-1 */
};

#define SIGNAL_BIT(sig) (1ULL << ((sig) - 1))
#define SIGNAL_STOPS                                                           \
    (SIGNAL_BIT(SIGSTOP) | SIGNAL_BIT(SIGTSTP) | SIGNAL_BIT(SIGTTIN) |         \
     SIGNAL_BIT(SIGTTOU))
/* What a program's own instructions may raise. */
#define SIGNAL_FAULTS                                                          \
    (SIGNAL_BIT(SIGSEGV) | SIGNAL_BIT(SIGBUS) | SIGNAL_BIT(SIGILL) |           \
     SIGNAL_BIT(SIGTRAP) | SIGNAL_BIT(SIGFPE) | SIGNAL_BIT(SIGSYS))
#define SIGNAL_UNBLOCKABLE (SIGNAL_BIT(SIGKILL) | SIGNAL_BIT(SIGSTOP))

static inline bool signal_is_valid(int sig)
{
    return sig >= 1 && sig <= SIGRTMAX_KERNEL;
}

/* The signals that wait, blocked or not. */
static inline sigset_t signal_pending(const struct proc *p)
{
    return p->pending[TO_THREAD] | p->pending[TO_PROCESS];
}

/* Whether a signal waits that is not blocked: an interruptible sleep ends. */
static inline bool signal_is_pending(const struct proc *p)
{
    return (signal_pending(p) & ~p->blocked) != 0;
}

/* Whether the tail must call signal_deliver: a signal waits, or an interrupted
 * call is to be repeated or failed. */
static inline bool signal_is_due(const struct proc *p)
{
    return signal_is_pending(p) || p->has_unsettled_call;
}

/* Signal actions as a counted object. Returns: NULL without memory. */
struct sigactions *sigactions_alloc(void) MUST_CHECK;
struct sigactions *sigactions_copy(const struct sigactions *from) MUST_CHECK;
void sigactions_put(struct sigactions *actions);
/* exec: handlers back to the default; ignored signals stay ignored. */
void sigactions_reset_handlers(struct sigactions *actions);

/*
 * Whether FROM may send SIG to TO, as kill(2) states it: a pure function of
 * credentials and sessions.
 */
bool signal_may_send(const struct cred *from, const struct cred *to, int sig,
                     bool is_same_session);

/* A posted signal's siginfo: an entry of proc/sigqueue.c. */
struct sigqueue {
    struct list link; /* alone while a reserved one does not wait */
    enum target to;
    bool is_reserved;
    siginfo_t info;
};

/*
 * Posts SIG to P as a whole: drops it if ignored, lets stop and continue signals
 * cancel each other, continues a stopped process, wakes a sleeper that may be woken.
 * INFO NULL means: from the kernel.
 * Context: any.  IRQs: off.
 * Errors: -EAGAIN a real-time signal could not be queued.
 */
int signal_post(struct proc *p, int sig, const siginfo_t *info);
/* The same to P's thread, or as TO says; by the entry RESERVED, unless that is NULL. */
int signal_post_to(struct proc *p, enum target to, int sig,
                   const siginfo_t *info, struct sigqueue *reserved);
/* Posts SIG to the running thread, as its own: SIGPIPE, SIGXFSZ. */
void signal_raise(int sig);

/* The siginfo of SIG sent by the running process, as kill does. */
siginfo_t signal_info_user(int sig, int code);

/*
 * A fault of P's own instruction: SIG cannot be ignored or blocked; where it
 * is, the default action ends the process.
 * Context: trap, P running.
 */
void signal_fault(struct proc *p, int sig, int code, uaddr_t addr);

/* kill(2) with every form of PID. Errors: -EINVAL, -ESRCH, -EPERM. */
int signal_kill(pid_t pid, int sig) MUST_CHECK;
/* tgkill(2), sigqueue(3): INFO to the one process PID; INFO's signal may be 0.
 * Errors: as kill; -EAGAIN it could not be queued. */
int signal_send(pid_t pid, enum target to, const siginfo_t *info) MUST_CHECK;
/*
 * sigtimedwait(2): takes the next signal of SET, and sleeps until DEADLINE for one.
 * Returns: its number. Errors: -EAGAIN none came; -EINTR another is due, or
 * this one ends the process, not being blocked.
 */
long signal_wait(sigset_t set, siginfo_t *info, tick_t deadline) MUST_CHECK;

/* Whether SIG would now be discarded by P, and whether it would wait. */
bool signal_is_ignored(const struct proc *p, int sig);
bool signal_is_blocked(const struct proc *p, int sig);
static inline bool signal_is_blocked_or_ignored(const struct proc *p, int sig)
{
    return signal_is_blocked(p, sig) || signal_is_ignored(p, sig);
}

/* Sets the mask of the running process; the unblockable stay unblocked. */
void signal_set_mask(sigset_t mask);

/* ---- What waits (proc/sigqueue.c) ------------------------------------------ */

/* The pending signal of SET that comes next: the fatal, then of the thread's own, and
 * of the process's, faults before the lowest number; 0 for none. */
int signal_next(const struct proc *p, sigset_t set);
/* Queues INFO for SIG, as the entry RESERVED or, if that is NULL, as a new one.
 * Returns: false when it was lost, for want of memory or by RLIMIT_SIGPENDING. */
bool signal_enqueue(struct proc *p, enum target to, int sig,
                    const siginfo_t *info, struct sigqueue *reserved);
/* Takes the oldest siginfo of the pending SIG (made up if none was queued), of the
 * thread's own first, and clears the bit there if it was the last. */
void signal_take(struct proc *p, int sig, siginfo_t *info);
/* Discards every pending signal in SET. */
void signal_discard(struct proc *p, sigset_t set);
/* How many siginfos wait for processes of the user UID, or have a place reserved. */
unsigned long signal_count_queued(uid_t uid);

static inline bool signal_is_queued(const struct sigqueue *entry)
{
    return !list_is_empty(&entry->link);
}

/* An entry that P keeps, for one signal at a time, and giving it back.
 * Returns: NULL by RLIMIT_SIGPENDING, or for want of memory. */
struct sigqueue *signal_reserve(struct proc *p) MUST_CHECK;
void signal_unreserve(struct proc *p, struct sigqueue *entry);
/* Takes ENTRY off P's queue, if it waits there. */
void signal_withdraw(struct proc *p, struct sigqueue *entry);

/* ---- Acting on it ------------------------------------------------------------ */

enum signal_default { SIGNAL_TERM, SIGNAL_CORE, SIGNAL_STOP, SIGNAL_CONT,
                      SIGNAL_IGN };
enum signal_default signal_default_action(int sig);

/* What a parent is told of P: STATUS, as wait(2) encodes it, as a siginfo. */
void signal_info_child(siginfo_t *info, const struct proc *p, int status);

/* Tells P's parent that by SIGCHLD (at its end by P's exit signal), and wakes its
 * wait. Returns: whether P has ended and nobody will wait for it. */
bool signal_parent(struct proc *p, int status);
