/* SPDX-License-Identifier: MIT */
/*
 * What waits for a process: its pending sets, and behind each bit the siginfo of
 * every signal that was posted, oldest first.
 *
 * Standard signals are there once, real-time ones as often as they were sent.
 * Entries are counted for each user, so that nobody fills the kernel with them; what
 * is sent again and again, as by a timer, has an entry of its own.
 * Where no entry can be had the bit alone stays: then the signal arrives and
 * what was to be known of it is lost.
 * Called with interrupts off, in any context.  Invariant: a queued entry's bit
 * is set in pending.
 * Read next: proc/deliver.c.
 */

#include "mm/kmalloc.h"
#include "proc/signal.h"

KIND_DEFINE(sigqueue_kind, "sigqueue", struct sigqueue);

int signal_next(const struct proc *p, sigset_t set)
{
    if (p->fatal_signal)
        return p->fatal_signal;
    sigset_t due = p->pending[TO_THREAD] & set;
    if (due == 0)
        due = p->pending[TO_PROCESS] & set;
    /* SUBTLE(faults-first): so that their handler sees the instruction that faulted. */
    if (due & SIGNAL_FAULTS)
        due &= SIGNAL_FAULTS;
    for (int sig = 1; due != 0; sig++, due >>= 1) {
        if (due & 1)
            return sig;
    }
    return 0;
}

unsigned long signal_count_queued(uid_t uid)
{
    unsigned long count = 0;
    for (struct proc *p = proc_next(NULL); p; p = proc_next(p)) {
        if (p->cred.uid == uid)
            count += p->siginfo_count;
    }
    return count;
}

/* An entry for P. RLIMIT_SIGPENDING bounds those that P's user has, unless it does
 * not count. Returns: NULL beyond it, or for want of memory. */
static struct sigqueue *sigqueue_alloc(struct proc *p, bool is_bounded)
{
    unsigned long limit = p->limits[RLIMIT_SIGPENDING].rlim_cur;
    /* Nobody has more than all have together. */
    if (is_bounded && sigqueue_kind.live >= limit &&
        signal_count_queued(p->cred.uid) >= limit)
        return NULL;
    struct sigqueue *entry = kind_alloc(&sigqueue_kind);
    if (entry) {
        list_init(&entry->link);
        p->siginfo_count++;
    }
    return entry;
}

bool signal_enqueue(struct proc *p, enum target to, int sig,
                    const siginfo_t *info, struct sigqueue *reserved)
{
    /* What the kernel or kill makes of a standard signal is always queued. */
    bool is_bounded = sig >= SIGRTMIN_KERNEL || (info && info->si_code < 0);
    struct sigqueue *entry = reserved ? reserved : sigqueue_alloc(p, is_bounded);
    if (!entry)
        return false;
    entry->to = to;
    entry->info = info ? *info : (siginfo_t){ .si_code = SI_KERNEL };
    entry->info.si_signo = sig;
    list_add_tail(&p->siginfo_queue, &entry->link);
    return true;
}

static void sigqueue_free(struct proc *p, struct sigqueue *entry)
{
    list_remove(&entry->link);
    if (entry->is_reserved)
        return;
    kind_free(entry);
    p->siginfo_count--;
}

void signal_discard(struct proc *p, sigset_t set)
{
    p->pending[TO_THREAD] &= ~set;
    p->pending[TO_PROCESS] &= ~set;
    LIST_FOR_EACH_SAFE(entry, &p->siginfo_queue, struct sigqueue, link) {
        if (set & SIGNAL_BIT(entry->info.si_signo))
            sigqueue_free(p, entry);
    }
}

/* Takes ENTRY away; the pending bit stays only if there is another like it. */
static void sigqueue_take(struct proc *p, struct sigqueue *entry)
{
    int sig = entry->info.si_signo;
    enum target to = entry->to;

    sigqueue_free(p, entry);
    p->pending[to] &= ~SIGNAL_BIT(sig);
    LIST_FOR_EACH(other, &p->siginfo_queue, struct sigqueue, link) {
        if (other->info.si_signo == sig && other->to == to)
            p->pending[to] |= SIGNAL_BIT(sig);
    }
}

void signal_take(struct proc *p, int sig, siginfo_t *info)
{
    bool is_own = p->pending[TO_THREAD] & SIGNAL_BIT(sig);
    enum target to = is_own ? TO_THREAD : TO_PROCESS;

    LIST_FOR_EACH(entry, &p->siginfo_queue, struct sigqueue, link) {
        if (entry->info.si_signo == sig && entry->to == to) {
            *info = entry->info;
            sigqueue_take(p, entry);
            return;
        }
    }
    p->pending[to] &= ~SIGNAL_BIT(sig);
    *info = (siginfo_t){ .si_signo = sig, .si_code = SI_USER };
}

struct sigqueue *signal_reserve(struct proc *p)
{
    struct sigqueue *entry = sigqueue_alloc(p, true);
    if (entry)
        entry->is_reserved = true;
    return entry;
}

void signal_withdraw(struct proc *p, struct sigqueue *entry)
{
    if (signal_is_queued(entry))
        sigqueue_take(p, entry);
}

void signal_unreserve(struct proc *p, struct sigqueue *entry)
{
    signal_withdraw(p, entry);
    entry->is_reserved = false;
    sigqueue_free(p, entry);
}

long signal_wait(sigset_t set, siginfo_t *info, tick_t deadline)
{
    struct proc *p = this_proc();
    int sig, error = 0;

    while ((sig = signal_next(p, set)) == 0 && error == 0)
        error = waitq_sleep(&p->signal_event, SLEEP_INTERRUPTIBLE,
                            "sigtimedwait", deadline);
    if (sig == 0)
        return error == -ETIMEDOUT ? -EAGAIN : -EINTR;
    /* Only what is blocked is kept for sigwait(3); the rest acts as ever. */
    if (p->fatal_signal)
        return -EINTR;
    signal_take(p, sig, info);
    return sig;
}
