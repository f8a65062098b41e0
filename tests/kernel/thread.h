/* SPDX-License-Identifier: MIT */
/*
 * A process without a program, for self-tests: it runs one function in the
 * kernel and ends.  The test itself is the boot context, which is the idle
 * process: thread_run_all lets the threads run until none is ready.
 */
#pragma once

#include "proc/proc.h"

/* Starts a thread that calls RUN. Returns: its PCB, to be given to thread_free. */
struct proc *thread_start(void (*run)(void));
/* Lets the ready threads run until all of them sleep or have ended. */
void thread_run_all(void);
bool thread_has_ended(const struct proc *p);
/* Frees a thread that has ended. */
void thread_free(struct proc *p);
