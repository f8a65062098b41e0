/* SPDX-License-Identifier: MIT */
/*
 * The one trace point.  Every state change with its cause, fork, exec, exit,
 * wait and signal passes trace_event, which keeps the last events in memory: a
 * panic prints the newest, /proc/trace and the second serial port tell all.
 *
 * Which kinds are kept is said by a mask, by categories; one that is not costs
 * its caller a look at the mask.
 * Context: any.  IRQs: off.  Never allocates, never waits, never fails.
 * Read next: debug/trace.def, debug/trace.c.
 */
#pragma once

#include "lib/types.h"

enum trace_kind {
#define TRACE(kind, category, name) TRACE_##kind,
#include "debug/trace.def"
#undef TRACE
    TRACE_KINDS,
    TRACE_MORE = TRACE_KINDS, /* no event: what did not fit into the one before */
};

extern unsigned int trace_mask; /* the bit 1 << kind of each kind that is kept */

/* Makes the trace as the boot option trace= wants it. Context: boot, when /proc is
 * there. */
void trace_init(void);
/* Sends on what has happened, if trace=com2 asks for it: as much as goes without
 * waiting; or, before the machine stops, all of it. */
void trace_drain(void);
void trace_flush(void);

/* Keeps an event, whatever the mask says: for those below. NAME, of a process as it
 * is now, may be NULL. */
void trace_record(enum trace_kind kind, pid_t pid, int a, int b,
                  const char *cause);
void trace_record_named(enum trace_kind kind, pid_t pid, int a, int b,
                        const char *cause, const char *name);

static inline bool trace_is_on(enum trace_kind kind)
{
    return trace_mask & 1u << kind;
}

/*
 * An event of process PID:
 *   STATE    a = old state, b = new one; cause in OSTEP's words
 *   WAIT     a = child's pid, b = status
 *   SIGNAL   a = signal, b = sender's pid or 0; cause: why, or NULL
 *   DELIVER  a = signal; cause: what it does
 */
static inline void trace_event(enum trace_kind kind, pid_t pid, int a, int b,
                               const char *cause)
{
    if (trace_is_on(kind))
        trace_record(kind, pid, a, b, cause);
}

/*
 * An event at which PID's NAME is worth keeping:
 *   FORK     a = child's pid
 *   EXEC     a = step, b = whether it is the last; cause: what it does
 *   EXIT     a = status, b = parent's pid
 */
static inline void trace_named(enum trace_kind kind, pid_t pid, int a, int b,
                               const char *cause, const char *name)
{
    if (trace_is_on(kind))
        trace_record_named(kind, pid, a, b, cause, name);
}
