/* SPDX-License-Identifier: MIT */
/*
 * What a signal does to a call that blocks: for tests that are a table of calls.
 *
 * restart_check(&row) blocks a new child in row->block four times: a handler
 * runs without SA_RESTART, one with it; the child is stopped and continued;
 * the same with a handler for SIGCONT.  A call that goes on is then released
 * and must succeed, or, without row->release, is ended.
 * A new row is the call, how it is released, and four letters of signal(7).
 */
#pragma once

#include "tap.h"

/* The outcomes, in the order above: E fails with EINTR, G goes on. */
struct restart_row {
    const char *name;
    const char *want;
    int (*block)(void);    /* in the child; returns 0 or errno */
    void (*release)(void); /* in the parent; or NULL */
};

enum { RESTART_WAYS = 4 };

static int restart_told[2]; /* handlers write here that they ran */

static inline void restart_handler(int sig)
{
    (void)sig;
    if (write(restart_told[1], "h", 1) != 1)
        _exit(TAP_CHILD_FAILED);
}

static inline int restart_child(const struct restart_row *row, int way)
{
    handle(SIGUSR1, restart_handler, way == 1 ? SA_RESTART : 0);
    if (way == 3)
        handle(SIGCONT, restart_handler, 0);
    return row->block();
}

/* Sends CHILD, which is blocked, what WAY says; returns when that has come. */
static inline void restart_disturb(pid_t child, int way)
{
    char byte;
    int status;

    if (way >= 2) {
        must(kill(child, SIGSTOP));
        must(waitpid(child, &status, WUNTRACED));
    }
    must(kill(child, way >= 2 ? SIGCONT : SIGUSR1));
    if (way != 2)
        must(read(restart_told[0], &byte, 1));
}

/* What became of the call: E, G, or ? for anything else. */
static inline char restart_outcome(const struct restart_row *row, int way)
{
    pid_t child = (pid_t)must(fork());
    int status;
    char outcome;

    if (child == 0)
        _exit(restart_child(row, way));
    if (!wait_until(is_asleep(child)))
        return '?';
    restart_disturb(child, way);
    if (!wait_until(is_asleep(child) || proc_state(child) == 'Z'))
        return '?';
    outcome = is_asleep(child) ? 'G' : 'E';
    if (outcome == 'G' && row->release)
        row->release();
    else if (outcome == 'G')
        must(kill(child, SIGKILL));
    status = child_wait(child);
    if (outcome == 'E')
        return exited_with(status, EINTR) ? 'E' : '?';
    return exited_with(status, 0) || !row->release ? 'G' : '?';
}

/* One check for ROW. */
static inline void restart_check(const struct restart_row *row)
{
    char got[RESTART_WAYS + 1] = "";

    if (restart_told[1] == 0)
        must(pipe(restart_told));
    for (int way = 0; way < RESTART_WAYS; way++)
        got[way] = restart_outcome(row, way);
    is_str(got, row->want, row->name);
}
