/* SPDX-License-Identifier: MIT */
/*
 * The three interval timers that every process has: setitimer(2), alarm(2).
 * ITIMER_REAL counts time, ITIMER_VIRTUAL the process's time in user mode,
 * ITIMER_PROF all its CPU time.  They outlive exec; a child has its own.
 */
#pragma once

#include "time/itimer.h"

/* P's three timers, stopped. Context: P is new. */
void alarms_init(struct proc *p);
/* P ends. */
void alarms_stop(struct proc *p);
