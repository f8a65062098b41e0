/* SPDX-License-Identifier: MIT */
/*
 * POSIX timers.
 *
 * Called by sys/sys_timer.c, exec and exit in process context, and by the tick.
 * Owns struct ptimer.  Each has the entry of the signal queue that its signals need,
 * so that none is lost.
 * Read next: time/itimer.c, proc/signal.c.
 */
#include "time/ptimer.h"

#include <asm/limits.h>

#include "mm/kmalloc.h"
#include "proc/signal.h"

static KIND_DEFINE(ptimer_kind, "ptimer", struct ptimer);

static void ptimer_fire(struct itimer *it, uint64_t count)
{
    struct ptimer *t = LIST_ENTRY(it, struct ptimer, it);

    if (t->notify == SIGEV_NONE)
        return;
    if (signal_is_queued(t->entry)) {
        t->overrun = (int)MIN((uint64_t)t->overrun + count, DELAYTIMER_MAX);
        t->entry->info.si_overrun = t->overrun;
        return;
    }
    t->last_overrun = t->overrun;
    t->overrun = (int)MIN(count - 1, DELAYTIMER_MAX);
    siginfo_t info = { .si_signo = t->sig, .si_code = SI_TIMER };
    info.si_timerid = t->id;
    info.si_overrun = t->overrun;
    info.fields.timer.value = t->value;
    enum target to = t->notify == SIGEV_THREAD_ID ? TO_THREAD : TO_PROCESS;
    signal_post_to(t->owner, to, t->sig, &info, t->entry);
}

static bool ptimer_event_is_valid(const struct sigevent *event)
{
    switch (event->sigev_notify) {
    case SIGEV_NONE:
        return true;
    case SIGEV_THREAD_ID: /* the only thread is the process */
        return event->sigev_notify_thread_id == this_proc()->pid &&
               signal_is_valid(event->sigev_signo);
    case SIGEV_SIGNAL:
    case SIGEV_THREAD: /* the library's matter, which waits for the signal */
        return signal_is_valid(event->sigev_signo);
    default:
        return false;
    }
}

int ptimer_create(int clock_id, const struct sigevent *event)
{
    struct proc *p = this_proc();

    if (event && !ptimer_event_is_valid(event))
        return -EINVAL;
    struct ptimer *t = kind_alloc(&ptimer_kind);
    if (!t)
        return -EAGAIN;
    t->entry = signal_reserve(p);
    if (!t->entry) {
        kind_free(t);
        return -EAGAIN;
    }

    /* No failure below. */
    t->owner = p;
    t->clock_id = clock_id;
    t->id = p->next_ptimer_id++;
    t->notify = event ? event->sigev_notify : SIGEV_SIGNAL;
    t->sig = event ? event->sigev_signo : SIGALRM;
    t->value.sival_int = t->id;
    if (event)
        t->value = event->sigev_value;
    itimer_init(&t->it, ptimer_fire);
    list_add_tail(&p->ptimers, &t->link);
    return t->id;
}

struct ptimer *ptimer_find(int id)
{
    LIST_FOR_EACH(t, &this_proc()->ptimers, struct ptimer, link) {
        if (t->id == id)
            return t;
    }
    return NULL;
}

int ptimer_set(struct ptimer *t, const struct itimer_value *new, bool is_absolute)
{
    struct clock clock;
    if (clock_find(t->clock_id, &clock) < 0)
        return -ESRCH;
    signal_withdraw(t->owner, t->entry);
    t->overrun = t->last_overrun = 0;
    itimer_set(&t->it, &clock, new, is_absolute);
    return 0;
}

int ptimer_overrun(const struct ptimer *t)
{
    return signal_is_queued(t->entry) ? t->last_overrun : t->overrun;
}

void ptimer_delete(struct ptimer *t)
{
    signal_unreserve(t->owner, t->entry);
    itimer_stop(&t->it);
    list_remove(&t->link);
    kind_free(t);
}

void ptimer_delete_all(struct proc *p)
{
    LIST_FOR_EACH_SAFE(t, &p->ptimers, struct ptimer, link)
        ptimer_delete(t);
}
