/* SPDX-License-Identifier: MIT */
/* What /proc shows of processes and of the CPU. */
#pragma once

#include <asm/signal.h>

#include "lib/types.h"

struct proc;
struct space;

/* Registers the files of /proc and /proc/[pid]. Context: boot. */
void info_init(void);
/* The parts in fs/procfs_open.c and fs/procfs_status.c. */
void info_open_init(void);
void info_status_init(void);

/* Whether the running process may look into P: ptrace(2), for reading. */
bool info_may_look(const struct proc *p);
/* What P has of memory: nothing, if it is a zombie. To look at. */
struct space *info_space(const struct proc *p);
/* The sets of signals that P ignores and catches. */
void info_signal_sets(const struct proc *p, sigset_t *ignored,
                      sigset_t *caught);
