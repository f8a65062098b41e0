/* SPDX-License-Identifier: MIT */
/*
 * The state machine of a process: OSTEP's states and which change is legal.
 *
 * Every change goes through state_set, so the trace, ps and the debugger can
 * never disagree with the kernel, and an illegal change panics where it is made.
 * Called by the scheduler, sleep, stop and exit code with interrupts off.
 * Read next: proc/sleep.c and sched/core.c, which cause most changes.
 */
#include "debug/trace.h"
#include "lib/panic.h"
#include "proc/group.h"
#include "proc/proc.h"

static const struct {
    const char *name;
    char letter;
} states[PROC_STATES] = {
#define STATE(name, letter, meaning) [PROC_##name] = { #name, letter },
#include <tine/states.def>
#undef STATE
};

#define TO(state) (1u << PROC_##state)

/*
 *   NEW --> READY <--> RUNNING --> ZOMBIE
 *             ^          |
 *             +- BLOCKED +
 *             +- STOPPED +
 *
 * Only a RUNNING process blocks, stops or ends: a signal for a sleeper first
 * wakes it.
 */
static const unsigned int state_legal[PROC_STATES] = {
    [PROC_NEW] = TO(READY),
    [PROC_READY] = TO(RUNNING),
    [PROC_RUNNING] = TO(READY) | TO(BLOCKED) | TO(STOPPED) | TO(ZOMBIE),
    [PROC_BLOCKED] = TO(READY),
    [PROC_STOPPED] = TO(READY),
    [PROC_ZOMBIE] = 0,
};

void state_set(struct proc *p, enum proc_state to, const char *cause)
{
    if (!(state_legal[p->state] & 1u << to))
        panic("process %d may not go from %s to %s (%s)", p->pid,
              states[p->state].name, states[to].name, cause);
    trace_event(TRACE_STATE, p->pid, (int)p->state, (int)to, cause);
    if (p->group) {
        p->group->stopped -= p->state == PROC_STOPPED;
        p->group->stopped += to == PROC_STOPPED;
    }
    p->state = to;
}

const char *state_name(enum proc_state state)
{
    return states[state].name;
}

char state_letter(const struct proc *p)
{
    if (p->state == PROC_BLOCKED && p->sleep_kind != SLEEP_INTERRUPTIBLE)
        return 'D';
    return states[p->state].letter;
}
