/* SPDX-License-Identifier: MIT */
/* Creating a process: fork, vfork and clone are one function. */
#pragma once

#include "lib/types.h"

/* What clone(2) can ask for; fork(2) is { .exit_signal = SIGCHLD }. */
struct fork_request {
    unsigned long flags; /* CLONE_* */
    int exit_signal;
    uaddr_t stack;       /* the child's stack pointer, or 0: the parent's */
    uaddr_t parent_tid;
    uaddr_t child_tid;
    uaddr_t tls;         /* user address of a struct user_desc */
};

/*
 * Makes a child of the running process that returns 0 from the same call.
 * Returns: the child's pid.
 * Errors: -EAGAIN no pid or kernel stack; -ENOMEM also when less than a
 *         sixteenth of memory is free; -EINVAL flags that do not go together or
 *         ask for what is not built; -EPERM which only root might; -EFAULT, -EINVAL the TLS descriptor.
 */
long fork_process(const struct fork_request *request) MUST_CHECK;

struct proc;
struct space;

/*
 * exec and exit: P leaves its memory for NEXT, which is NULL at its end.  Its
 * futexes are given up (ipc/futex.h), and a parent in vfork may go on.
 */
void fork_leave_space(struct proc *p, struct space *next);

/*
 * There is one namespace of each kind, which the caller cannot leave (CLONE_NEW*).
 * Errors: -EPERM only root might; -EINVAL nor it, and anybody that of users.
 */
int fork_check_namespaces(unsigned long flags) MUST_CHECK;

/*
 * Gives P its own copy of what FLAGS name (CLONE_FILES, CLONE_FS, CLONE_SIGHAND)
 * where others share it.
 * Errors: -ENOMEM; some of it may then be P's own.
 */
int fork_unshare(struct proc *p, unsigned long flags) MUST_CHECK;
