/* SPDX-License-Identifier: MIT */
/*
 * The one trace point.  Every state change with its cause, fork, exec, exit,
 * wait and signal passes trace_event, which keeps the last TRACE_RING events in
 * memory; a panic prints the newest of them.
 * Context: any.  IRQs: off.  Never allocates, never fails.
 */
#pragma once

#include "lib/types.h"

enum trace_kind {
    TRACE_STATE,  /* a = old state, b = new state; cause says why */
    TRACE_FORK,   /* a = child's pid */
    TRACE_EXEC,   /* a = step: see proc/exec.c */
    TRACE_EXIT,   /* a = wait status */
    TRACE_WAIT,   /* a = child's pid, b = status */
    TRACE_SIGNAL, /* a = signal number, b = sender's pid: posted to pid */
    TRACE_HANDLE, /* a = signal number: delivered to pid */
};

struct trace_record {
    uint64_t time_ns;
    pid_t pid;
    uint16_t kind;
    uint16_t reserved;
    int32_t a;
    int32_t b;
    const char *cause; /* a literal in OSTEP's words, or NULL */
};

#define TRACE_RING 512u

/* Makes the last events a paragraph of every panic. Context: boot. */
void trace_init(void);

void trace_event(enum trace_kind kind, pid_t pid, int a, int b,
                 const char *cause);

/* Prints the newest COUNT events to the kernel log. */
void trace_dump(unsigned int count);
