/* SPDX-License-Identifier: MIT */
/*
 * The one trace point.  Every state change with its cause, fork, exec, exit, wait and
 * signal, and if one wants every system call and switch, passes one of these functions
 * into a ring in memory: a panic prints the newest, /proc/trace and the second serial
 * port tell all.
 *
 * Which kinds are kept is said by a mask, by categories; one that is not costs its
 * caller a look at the mask.
 * Context: any.  IRQs: off.  Never allocates, never waits, never fails.
 * Read next: debug/trace.def, debug/trace.c.
 */
#pragma once

#include <asm/signal.h>

#include "lib/types.h"

struct proc;
struct trapframe;

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
/* Sends on what has happened, if trace=com2 asks for it, as much as goes without
 * waiting. */
void trace_drain(void);

static inline bool trace_is_on(enum trace_kind kind)
{
    return trace_mask & 1u << kind;
}

/* What the functions below call if the mask has their kind. */
void trace_record(enum trace_kind kind, pid_t pid, int a, int b,
                  const char *cause);
void trace_record_fork(const struct proc *parent, const struct proc *child);
void trace_record_exec(const struct proc *p, int step, const char *what);
void trace_record_exit(const struct proc *p);
void trace_record_signal(const struct proc *p, int sig, const siginfo_t *info);
void trace_record_deliver(const struct proc *p, int sig);
void trace_record_call(const struct trapframe *frame);
void trace_record_return(uint32_t number, long result);
void trace_record_trap(const struct trapframe *frame);
void trace_record_switch(const struct proc *from, const struct proc *to);
void trace_record_resume(const struct trapframe *frame);

/*
 * An event of process PID:
 *   STATE    a = old state, b = new one; cause in OSTEP's words
 *   WAIT     a = child's pid, b = status
 *   PARENT   a = old parent's pid, b = new one's; cause
 */
static inline void trace_event(enum trace_kind kind, pid_t pid, int a, int b,
                               const char *cause)
{
    if (trace_is_on(kind))
        trace_record(kind, pid, a, b, cause);
}

/* CHILD was made, by PARENT. */
static inline void trace_fork(const struct proc *parent,
                              const struct proc *child)
{
    if (trace_is_on(TRACE_FORK))
        trace_record_fork(parent, child);
}

/* P executes a program: the step STEP, which does WHAT. */
static inline void trace_exec(const struct proc *p, int step, const char *what)
{
    if (trace_is_on(TRACE_EXEC))
        trace_record_exec(p, step, what);
}

/* P ends with its exit status. */
static inline void trace_exit(const struct proc *p)
{
    if (trace_is_on(TRACE_EXIT))
        trace_record_exit(p);
}

/* SIG is sent to P; INFO says by whom and why, or is NULL. */
static inline void trace_signal(const struct proc *p, int sig,
                                const siginfo_t *info)
{
    if (trace_is_on(TRACE_SIGNAL))
        trace_record_signal(p, sig, info);
}

/* P is about to act on SIG. */
static inline void trace_deliver(const struct proc *p, int sig)
{
    if (trace_is_on(TRACE_DELIVER))
        trace_record_deliver(p, sig);
}

/* The running process calls the system, by FRAME; call NUMBER has had RESULT. */
static inline void trace_call(const struct trapframe *frame)
{
    if (trace_is_on(TRACE_CALL))
        trace_record_call(frame);
}

static inline void trace_return(uint32_t number, long result)
{
    if (trace_is_on(TRACE_RETURN))
        trace_record_return(number, result);
}

/* A program came into the kernel, which saved its registers in FRAME; and leaves it. */
static inline void trace_trap(const struct trapframe *frame)
{
    if (trace_is_on(TRACE_TRAP))
        trace_record_trap(frame);
}

static inline void trace_resume(const struct trapframe *frame)
{
    if (trace_is_on(TRACE_RESUME))
        trace_record_resume(frame);
}

/* The CPU is about to go from one kernel stack to another. */
static inline void trace_switch(const struct proc *from, const struct proc *to)
{
    if (trace_is_on(TRACE_SWITCH))
        trace_record_switch(from, to);
}
