/* SPDX-License-Identifier: MIT */
/*
 * The kernel's memory of what just happened to its processes.
 *
 * trace_event is called from every place that creates, ends, switches or
 * signals a process, with interrupts off; a panic prints the newest events.
 * Owns the ring of records.  Invariant: recording allocates nothing, waits for
 * nothing and cannot fail; the oldest record makes room.  Names come from the
 * same tables as those that ps and kill -l print.
 * Read next: proc/state.c, which reports most events.
 */
#include "debug/trace.h"

#include "arch.h"
#include "lib/panic.h"
#include "lib/printf.h"

#define TRACE_PANIC_EVENTS 24u
#define TRACE_NS_PER_US 1000u
#define TRACE_US_PER_S 1000000u

static struct trace_record trace_ring[TRACE_RING];
static unsigned int trace_count; /* ever recorded */

void trace_event(enum trace_kind kind, pid_t pid, int a, int b,
                 const char *cause)
{
    trace_ring[trace_count++ % TRACE_RING] = (struct trace_record){
        .time_ns = clock_now_ns(),
        .pid = pid,
        .kind = (uint16_t)kind,
        .a = a,
        .b = b,
        .cause = cause,
    };
}

static const char *trace_state_name(int state)
{
    static const char *const names[] = {
#define STATE(name, letter, meaning) #name,
#include <tine/states.def>
#undef STATE
    };

    return state >= 0 && (size_t)state < ARRAY_LEN(names) ? names[state] : "?";
}

/* NULL for a real-time signal, which has only a number. */
static const char *trace_signal_name(int sig)
{
    static const char *const names[] = {
#define SIGNAL(number, name, action, text) [number] = "SIG" #name,
#include <tine/signals.def>
#undef SIGNAL
    };

    return sig >= 0 && (size_t)sig < ARRAY_LEN(names) ? names[sig] : NULL;
}

static void trace_print_signal(const char *verb, int sig)
{
    const char *name = trace_signal_name(sig);

    if (name != NULL)
        klog("%s %s", verb, name);
    else
        klog("%s signal %d", verb, sig);
}

static void trace_print(const struct trace_record *record)
{
    uint64_t us = record->time_ns / TRACE_NS_PER_US;

    klog("  %4u.%06u  pid %-5d ", (unsigned int)(us / TRACE_US_PER_S),
         (unsigned int)(us % TRACE_US_PER_S), record->pid);
    switch ((enum trace_kind)record->kind) {
    case TRACE_STATE:
        klog("%s to %s", trace_state_name(record->a),
             trace_state_name(record->b));
        break;
    case TRACE_FORK:
        klog("forks %d", record->a);
        break;
    case TRACE_EXEC:
        klog("executes a program, step %d", record->a);
        break;
    case TRACE_EXIT:
        klog("ends with status 0x%x", (unsigned int)record->a);
        break;
    case TRACE_WAIT:
        klog("waited for %d, status 0x%x", record->a,
             (unsigned int)record->b);
        break;
    case TRACE_SIGNAL:
        trace_print_signal("is sent", record->a);
        if (record->b == 0)
            klog(" by the kernel");
        else
            klog(" by %d", record->b);
        break;
    case TRACE_HANDLE:
        trace_print_signal("acts on", record->a);
        break;
    }
    if (record->cause != NULL)
        klog(": %s", record->cause);
    klog("\n");
}

void trace_dump(unsigned int count)
{
    count = MIN(count, MIN(trace_count, TRACE_RING));
    for (unsigned int i = trace_count - count; i != trace_count; i++)
        trace_print(&trace_ring[i % TRACE_RING]);
}

static void trace_print_section(const struct trapframe *frame_or_null)
{
    (void)frame_or_null;
    if (trace_count == 0)
        return;
    klog("Last events (seconds since boot, process, what):\n");
    trace_dump(TRACE_PANIC_EVENTS);
}

void trace_init(void)
{
    static struct panic_section section = { .print = trace_print_section };

    panic_add_section(&section);
}
