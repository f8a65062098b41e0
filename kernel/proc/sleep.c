/* SPDX-License-Identifier: MIT */
/*
 * Sleeping and waking; see proc/sleep.h for how they are used.
 *
 * A sleep ends in one of three ways: a queue is woken, a signal comes that the
 * kind of sleep lets through, or the timer fires.  All three only make the
 * process READY; it finds out the reason itself when it runs again.
 * SUBTLE(lost-wakeup): no condition can become true between the test and the
 * change to BLOCKED, because nothing runs in between.
 * Read next: sched/core.c.
 */
#include "proc/sleep.h"

#include "proc/signal.h"
#include "sched/core.h"

struct sleep_timer {
    struct timer timer;
    struct proc *sleeper;
};

static void sleep_timer_fire(struct timer *timer)
{
    struct sleep_timer *t = LIST_ENTRY(timer, struct sleep_timer, timer);
    if (t->sleeper->state == PROC_BLOCKED)
        sched_ready(t->sleeper, SCHED_WOKEN, "time over");
}

bool sleep_is_interrupted(const struct proc *p, enum sleep_kind kind)
{
    if (kind == SLEEP_KILLABLE)
        return p->fatal_signal != 0;
    return kind == SLEEP_INTERRUPTIBLE && signal_is_pending(p);
}

int sleep_until_woken(enum sleep_kind kind, const char *wchan, tick_t deadline)
{
    struct proc *p = this_proc();
    struct sleep_timer t = { .sleeper = p };

    if (sleep_is_interrupted(p, kind))
        return -ERESTARTSYS;
    if (deadline != TICK_NEVER) {
        if (deadline <= tick_now())
            return -ETIMEDOUT;
        timer_init(&t.timer, sleep_timer_fire);
        timer_add(&t.timer, deadline);
    }

    p->wchan = wchan;
    p->sleep_kind = kind;
    state_set(p, PROC_BLOCKED, "I/O initiate");
    schedule();
    p->wchan = NULL;

    if (deadline != TICK_NEVER && !timer_cancel(&t.timer))
        return -ETIMEDOUT;
    /* SUBTLE(event-before-signal): the caller looks at its condition once more,
     * also if it was a signal that came. */
    return 0;
}

void waiter_add(struct waiter *waiter, struct waitq *queue)
{
    waiter->proc = this_proc();
    list_add_tail(&queue->waiters, &waiter->link);
}

void waiter_remove(struct waiter *waiter)
{
    list_remove(&waiter->link);
}

int waitq_sleep(struct waitq *queue, enum sleep_kind kind, const char *wchan,
                tick_t deadline)
{
    struct waiter waiter;
    waiter_add(&waiter, queue);
    int error = sleep_until_woken(kind, wchan, deadline);
    waiter_remove(&waiter);
    return error;
}

/* SUBTLE(waiter-on-stack): the waiters stay on the queue; each sleeper
 * takes its own away when it runs. */
void waitq_wake(struct waitq *queue)
{
    LIST_FOR_EACH(waiter, &queue->waiters, struct waiter, link) {
        if (waiter->proc->state == PROC_BLOCKED)
            sched_ready(waiter->proc, SCHED_WOKEN, "I/O done");
    }
}

void preempt_point(void)
{
    irq_let_in();
    if (this_cpu()->need_resched)
        schedule();
}

void sleep_while_stopped(void)
{
    state_set(this_proc(), PROC_STOPPED, "stopped");
    schedule();
}
