/* SPDX-License-Identifier: MIT */
/* Waiting for children: wait4(2), waitid(2). */
#pragma once

#include "proc/proc.h"

/* For whom and for what: the arguments of waitid(2), checked. */
struct wait_request {
    int id_type; /* P_ALL, P_PID or P_PGID */
    pid_t id;
    int options; /* W* */
};

/* What one wait has found. */
struct wait_result {
    int status;     /* as wait(2) encodes it */
    siginfo_t info; /* the same as waitid(2) tells it */
    struct usage usage;
};

/*
 * Waits for a child of the running process that has ended (WEXITED), stopped
 * (WSTOPPED) or continued (WCONTINUED); with WNOWAIT it can be found again.
 * Returns: the child's pid, or 0 with WNOHANG and nothing to report.
 * Errors: -ECHILD no such child; -ERESTARTSYS a signal.
 */
long wait_child(const struct wait_request *request,
                struct wait_result *result) MUST_CHECK;

/* Takes P off the process list, out of its parent's children and its group. */
void wait_unlink(struct proc *p);

/* Does that with the zombie P and frees it: its last trace. */
void wait_reap(struct proc *p);
