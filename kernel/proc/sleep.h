/* SPDX-License-Identifier: MIT */
/*
 * Sleeping and waking: how a process waits for an event.
 *
 * A wait queue stands for one event.  A sleeper puts a waiter, which lives on
 * its own kernel stack, on one or several queues, and sleeps; whoever makes the
 * event happen wakes the queue.  Since kernel code is not preempted and runs
 * with interrupts off, nothing can happen between looking at a condition and
 * sleeping: no wake-up is lost.  A woken process looks at its condition again:
 *
 *     while (!pipe_has_data(pipe)) {
 *         int error = waitq_sleep(&pipe->readers, SLEEP_INTERRUPTIBLE,
 *                                 "pipe_read", TICK_NEVER);
 *         if (error < 0)
 *             return error;
 *     }
 *
 * Read next: proc/sleep.c, then sched/core.c.
 */
#pragma once

#include "lib/list.h"

struct proc;

/* The event: everybody who waits for it. */
struct waitq {
    struct list waiters;
};

#define WAITQ_INIT(name) { LIST_INIT((name).waiters) }

/* One process's place on one queue. */
struct waiter {
    struct list link;
    struct proc *proc;
};

/* What may end a sleep besides the event. */
enum sleep_kind {
    SLEEP_INTERRUPTIBLE, /* any signal that is not blocked */
    SLEEP_KILLABLE,      /* what ends the process only */
    SLEEP_SHORT,         /* nothing: the event is sure to come soon */
};

#define TICK_NEVER (~(tick_t)0)

/*
 * SUBTLE(restart-codes): why an interrupted call may be executed again:
 * results that never reach a program, because the signal code in the tail
 * turns each into EINTR or into a repetition.  Numbers beyond every errno.
 */
#define ERESTARTSYS 512    /* repeated if the handler has SA_RESTART, or none runs */
#define ERESTARTNOINTR 513 /* always repeated */
#define ERESTARTNOHAND 514 /* repeated only if no handler runs */
#define ERESTARTBLOCK 516  /* as NOHAND, but goes on through restart_syscall */

static inline void waitq_init(struct waitq *queue)
{
    list_init(&queue->waiters);
}

/* Puts the running process on QUEUE through WAITER, which must stay in place
 * until waiter_remove. */
void waiter_add(struct waiter *waiter, struct waitq *queue);
void waiter_remove(struct waiter *waiter);

/*
 * Sleeps until woken through one of the waiters added before, until a signal
 * that KIND lets through, or until the tick DEADLINE.  WCHAN, a literal, is what
 * ps shows as the wait channel.
 * Context: process, at a point where no object is half-updated.
 * Returns: 0 when woken, perhaps for nothing: look at the condition again.
 * Errors: -ERESTARTSYS a signal is due; -ETIMEDOUT the deadline has passed.
 */
int sleep_until_woken(enum sleep_kind kind, const char *wchan, tick_t deadline)
    MUST_CHECK;

/* Whether what is pending forbids P, or ends, a sleep of KIND. */
bool sleep_is_interrupted(const struct proc *p, enum sleep_kind kind);

/* The two together, for one queue. Returns and errors as above. */
int waitq_sleep(struct waitq *queue, enum sleep_kind kind, const char *wchan,
                tick_t deadline) MUST_CHECK;

/* Wakes everybody who waits on QUEUE. Context: any, interrupts too. */
void waitq_wake(struct waitq *queue);

/*
 * Lets interrupts in, and others run if they should, in the middle of a long
 * loop of the kernel's: else ticks would get lost.
 * Context: process, at a point where no object is half-updated.
 */
void preempt_point(void);

/* Stops the running process until SIGCONT or SIGKILL makes it ready again.
 * Context: the tail, acting on a stop signal. */
void sleep_while_stopped(void);
