/* SPDX-License-Identifier: MIT */
/*
 * The state machine: exactly the changes that the picture in proc/state.c
 * shows are possible; any other panics and leaves the state alone.
 *
 * Sources: kernel/proc/state.c kernel/lib/string.c
 */
#include <setjmp.h>
#include <stdio.h>
#include <string.h>

#include "debug/trace.h"
#include "lib/panic.h"
#include "proc/proc.h"
#include "tap.h"

static jmp_buf panicked;
static int traced;

void panic(const char *format, ...)
{
    (void)format;
    longjmp(panicked, 1);
}

unsigned int trace_mask = 1u << TRACE_STATE;

void trace_record(enum trace_kind kind, pid_t pid, int a, int b,
                  const char *cause)
{
    (void)pid;
    (void)a;
    (void)b;
    (void)cause;
    traced += kind == TRACE_STATE;
}

/* The arrows of the picture, written down a second time. */
static bool is_legal(enum proc_state from, enum proc_state to)
{
    switch (from) {
    case PROC_NEW:
    case PROC_BLOCKED:
    case PROC_STOPPED:
        return to == PROC_READY;
    case PROC_READY:
        return to == PROC_RUNNING;
    case PROC_RUNNING:
        return to == PROC_READY || to == PROC_BLOCKED || to == PROC_STOPPED ||
               to == PROC_ZOMBIE;
    default:
        return false;
    }
}

static void test_change(enum proc_state from, enum proc_state to)
{
    static struct proc p;
    volatile bool is_refused = false;

    p.state = from;
    traced = 0;
    if (setjmp(panicked) == 0)
        state_set(&p, to, "test");
    else
        is_refused = true;
    if (is_legal(from, to))
        tap_ok(!is_refused && p.state == to && traced == 1,
               "%s to %s is made and traced", state_name(from),
               state_name(to));
    else
        tap_ok(is_refused && p.state == from && traced == 0,
               "%s to %s panics", state_name(from), state_name(to));
}

int main(void)
{
    struct proc sleeper = { .state = PROC_BLOCKED };

    for (int from = 0; from < PROC_STATES; from++) {
        for (int to = 0; to < PROC_STATES; to++)
            test_change(from, to);
    }
    sleeper.sleep_kind = SLEEP_INTERRUPTIBLE;
    tap_ok(state_letter(&sleeper) == 'S', "an interruptible sleep shows S");
    sleeper.sleep_kind = SLEEP_KILLABLE;
    tap_ok(state_letter(&sleeper) == 'D', "a deeper sleep shows D");
    sleeper.state = PROC_ZOMBIE;
    tap_ok(state_letter(&sleeper) == 'Z', "a zombie shows Z");
    tap_ok(strcmp(state_name(PROC_STOPPED), "STOPPED") == 0,
           "states have OSTEP's names");
    return tap_done();
}
