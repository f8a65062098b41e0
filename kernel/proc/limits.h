/* SPDX-License-Identifier: MIT */
/*
 * Resource limits: what a process may use at most, getrlimit(2).
 *
 * The numbers stand in the PCB.  Those about memory and descriptors are told to
 * the address space and the descriptor table, which know no process and refuse
 * by themselves; the others are asked for here.  Who shares a space or a table
 * shares these limits of it.
 * Read next: proc/limits.c.
 */
#pragma once

#include "proc/proc.h"

struct textbuf;

/* The limits of the first process, from which all others inherit. */
void limits_init(struct proc *init);

/* The soft limit of RESOURCE (RLIMIT_*): RLIM_INFINITY is none. */
static inline unsigned long limits_soft(const struct proc *p, int resource)
{
    return p->limits[resource].rlim_cur;
}

/*
 * setrlimit(2) on P by the running process.
 * Errors: -EINVAL no such resource, or soft above hard; -EPERM only root may
 * raise a hard limit.
 */
int limits_set(struct proc *p, int resource,
               const struct rlimit *limit) MUST_CHECK;
/* Whether the running process may see and set P's limits: prlimit(2). */
bool limits_may_access(const struct proc *p);
/* Tells SPACE, which P is about to live in, P's limits. */
void limits_apply_space(const struct proc *p, struct space *space);

/* RLIMIT_NPROC: whether the user of P may have one more process. */
bool limits_may_fork(const struct proc *p);
/* RLIMIT_CPU: P was charged a tick. */
void limits_tick(struct proc *p);
/*
 * RLIMIT_FSIZE: cuts *LEN, not 0, to what the running process may write at
 * OFFSET of a file. Errors: -EFBIG nothing, and SIGXFSZ was posted.
 */
int limits_cut_write(loff_t offset, size_t *len) MUST_CHECK;

/* /proc/[pid]/limits: proc(5). */
void limits_show(const struct proc *p, struct textbuf *text);
