/* SPDX-License-Identifier: MIT */
/*
 * Clocks: what a clockid_t of clock_gettime(2) means, and what it shows.
 *
 * There are four: time since boot, the wall clock, and for each process the CPU
 * time that it used, all of it or only that in user mode.  All count
 * nanoseconds; a process is charged in all, and its user mode by samples at ticks.
 * Read next: time/clock.c, time/itimer.h.
 */
#pragma once

#include "lib/types.h"

struct proc;
struct restart;

#define NS_PER_US 1000u
#define NS_NEVER (~0ULL >> 1) /* later than any clock will show: 292 years */

enum clock_base { CLOCK_BASE_NONE, CLOCK_BASE_BOOT, CLOCK_BASE_WALL,
                  CLOCK_BASE_USER, CLOCK_BASE_CPU };

struct clock {
    enum clock_base base;
    struct proc *proc; /* whose, for USER and CPU */
};

static inline bool clock_is_cpu(const struct clock *clock)
{
    return clock->base == CLOCK_BASE_USER || clock->base == CLOCK_BASE_CPU;
}

/* The clock with number ID. Errors: -EINVAL none, or its process has gone. */
int clock_find(int id, struct clock *clock) MUST_CHECK;
/* The same, if one may wait for it: timer_create(2), clock_nanosleep(2).
 * Errors: also -EOPNOTSUPP. */
int clock_find_waitable(int id, struct clock *clock) MUST_CHECK;

/* Whether ID is the CPU clock of one thread. */
#define CPU_CLOCK_THREAD 4
static inline bool clock_id_is_thread(int id)
{
    return id < 0 && (id & CPU_CLOCK_THREAD);
}

/* Nanoseconds, since boot, since 1970, or of the process's life. */
uint64_t clock_read(const struct clock *clock);
/* What a reading is good for: a tick for the coarse clocks. */
uint32_t clock_resolution_ns(int id);
/* Sets the wall clock; who waits for a time of its looks again. */
void clock_set_wall(uint64_t ns);

/*
 * Sleeps until RESTART's clock shows what it says. It is what restart_syscall(2)
 * goes on with.
 * Errors: -ERESTARTBLOCK (or, for an absolute time, -ERESTARTNOHAND) a signal.
 */
long clock_sleep(struct restart *restart);
