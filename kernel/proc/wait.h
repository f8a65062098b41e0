/* SPDX-License-Identifier: MIT */
/* Waiting for children: wait4(2), waitpid(2). */
#ifndef PROC_WAIT_H
#define PROC_WAIT_H

#include "proc/proc.h"

/* What one wait has found. */
struct wait_result {
    int status;
    struct usage usage;
};

/*
 * Waits for a child of the running process that has ended, or with WUNTRACED
 * stopped, or with WCONTINUED continued.  PID selects as in waitpid(2).
 * Returns: the child's pid, or 0 with WNOHANG and nothing to report.
 * Errors: -ECHILD no such child; -EINVAL options; -ERESTARTSYS a signal.
 */
long wait_child(pid_t pid, int options, struct wait_result *result) MUST_CHECK;

/* Takes P off the process list, out of its parent's children and its group. */
void wait_unlink(struct proc *p);

/* Does that with the zombie P and frees it: its last trace. */
void wait_reap(struct proc *p);

#endif
