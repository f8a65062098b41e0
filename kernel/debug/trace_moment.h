/* SPDX-License-Identifier: MIT */
/*
 * Processes as they were at an earlier moment, before some event of the trace, as far
 * as that can be known: for its snapshots.
 */
#pragma once

#include "debug/trace_ring.h"

struct trace_moment {
    pid_t pid, parent; /* PARENT -1, */
    int state;         /* STATE -1, NAME "": it is not known yet */
    bool is_there;
    bool is_over;      /* then another of this pid began */
    char name[TRACE_NAME_BYTES];
};

/* Some of them, in order of their pids. */
#define TRACE_MOMENTS 24u

struct trace_moments {
    struct trace_moment of[TRACE_MOMENTS];
    unsigned int count, shown;
};

/* Those with the smallest pids above ABOVE, which may be -1, as they were before record
 * N; some may not have been there yet.  Returns: whether there are any. */
bool trace_moments_take(struct trace_moments *moments, pid_t above, unsigned int n);
