/* SPDX-License-Identifier: MIT */
/*
 * POSIX timers: as many as a process wants, each with its clock and its signal,
 * timer_create(2).  They are the process's own: fork does not copy them, exec
 * and the end delete them.
 *
 * Expirations while the last one's signal still waits are counted as overrun,
 * in the siginfo that waits.
 */
#pragma once

#include <asm/signal.h>

#include "time/itimer.h"

struct sigqueue;

struct ptimer {
    struct itimer it;
    struct list link; /* in the owner's ptimers, by creation */
    int clock_id;
    struct proc *owner;
    int id;
    int notify; /* SIGEV_* */
    int sig;
    union sigval value;
    struct sigqueue *entry; /* its own, for one signal at a time */
    int overrun;      /* of the signal that was posted last */
    int last_overrun; /* of the one before */
};

/*
 * A new timer of the running process on the clock CLOCK_ID, stopped; EVENT NULL
 * means SIGALRM with the id.
 * Returns: its id. Errors: -EINVAL; -EAGAIN RLIMIT_SIGPENDING, or no memory.
 */
int ptimer_create(int clock_id, const struct sigevent *event) MUST_CHECK;
/* The running process's timer ID, or NULL. */
struct ptimer *ptimer_find(int id);
/* timer_settime(2): forgets a signal that waits, and the overruns.
 * Errors: -ESRCH whose CPU time it measures has gone. */
int ptimer_set(struct ptimer *t, const struct itimer_value *new,
               bool is_absolute) MUST_CHECK;
/* Overruns of the signal that was delivered last. */
int ptimer_overrun(const struct ptimer *t);
void ptimer_delete(struct ptimer *t);
/* exec and exit. */
void ptimer_delete_all(struct proc *p);
