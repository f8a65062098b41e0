/* SPDX-License-Identifier: MIT */
/* Scheduling and clone(2). */
#ifndef LIBC_SCHED_H
#define LIBC_SCHED_H

#include <sys/types.h>
#include <asm/sched.h>

int sched_yield(void);

/*
 * Runs FN(ARG) in a new process on STACK, which names its upper end.  After
 * ARG may follow: pid_t *parent_tid, struct user_desc *tls, pid_t *child_tid.
 */
int clone(int (*fn)(void *), void *stack, int flags, void *arg, ...);

/* Stops sharing what FLAGS name: unshare(2). */
int unshare(int flags);

#endif
