/* SPDX-License-Identifier: MIT */
/*
 * The kernel's memory of what just happened to its processes.
 *
 * trace_event is called from every place that creates, ends, switches or
 * signals a process, with interrupts off; a panic prints the newest events.
 * Owns the ring of records.  Invariant: recording allocates nothing, waits for
 * nothing and cannot fail; the oldest record makes room, and who had not read it
 * yet is told so.
 * Read next: proc/state.c, which reports most events; debug/trace_text.c.
 */
#include "arch.h"
#include "debug/trace_ring.h"
#include "debug/trace_text.h"
#include "lib/panic.h"
#include "lib/printf.h"
#include "lib/string.h"
#include "mm/frame.h"

#define TRACE_PANIC_EVENTS 24u
#define TRACE_NS_PER_US 1000u
#define TRACE_US_PER_S 1000000u

struct trace_ring trace_ring;
unsigned int trace_mask; /* nothing is kept before there is a ring */

void trace_record(enum trace_kind kind, pid_t pid, int a, int b,
                  const char *cause)
{
    struct trace_record *record = trace_at(trace_ring.count++);

    trace_ring.events++;
    record->time_ns = clock_now_ns();
    record->pid = (uint16_t)pid;
    record->kind = (uint8_t)kind;
    record->a = a;
    record->b = b;
    record->cause = cause;
}

void trace_record_named(enum trace_kind kind, pid_t pid, int a, int b,
                        const char *cause, const char *name)
{
    trace_record(kind, pid, a, b, cause);
    struct trace_record *more = trace_at(trace_ring.count++);
    more->kind = TRACE_MORE;
    memcpy(more->name, name, sizeof(more->name));
}

/* A record that says more is no beginning: the event before it has gone. */
unsigned int trace_oldest(void)
{
    unsigned int n = trace_ring.count - MIN(trace_ring.count, trace_ring.size);

    while (n != trace_ring.count && trace_at(n)->kind == TRACE_MORE)
        n++;
    return n;
}

unsigned int trace_events_from(unsigned int n)
{
    unsigned int events = 0;

    for (; n != trace_ring.count; n++)
        events += trace_at(n)->kind != TRACE_MORE;
    return events;
}

static void trace_print(unsigned int n)
{
    const struct trace_record *record = trace_at(n);
    uint64_t us = record->time_ns / TRACE_NS_PER_US;
    struct trace_columns columns;

    trace_describe(n, &columns);
    klog("  %4u.%06u  pid %-5d %-7s %s%s%s%s%s\n",
         (unsigned int)(us / TRACE_US_PER_S),
         (unsigned int)(us % TRACE_US_PER_S), record->pid, columns.event,
         columns.from, *columns.from && *columns.to ? " to " : "", columns.to,
         *columns.cause ? ": " : "", columns.cause);
}

static void trace_print_section(const struct trapframe *frame_or_null)
{
    unsigned int n = trace_oldest();

    (void)frame_or_null;
    klog("Last events (seconds since boot, process, what):\n");
    for (unsigned int skip = trace_events_from(n); n != trace_ring.count; n++) {
        if (trace_at(n)->kind != TRACE_MORE && skip-- <= TRACE_PANIC_EVENTS)
            trace_print(n);
    }
}

/* As many pages as SIZE needs and memory has, cut to a power of two. */
static unsigned int ring_alloc_pages(unsigned int size)
{
    unsigned int wanted = MAX(size / TRACE_PAGE_RECORDS, 1), count = 0;
    paddr_t frame;

    while (count < wanted && (frame = frame_alloc()) != 0)
        trace_ring.pages[count++] = frame_to_virt(frame);
    while (count & (count - 1))
        frame_put(frame_from_virt(trace_ring.pages[--count]));
    return count;
}

void trace_ring_make(unsigned int size)
{
    static struct panic_section section = { .print = trace_print_section };
    paddr_t frame = frame_alloc();

    if (frame == 0)
        panic("no memory for the trace");
    trace_ring.pages = frame_to_virt(frame);
    trace_ring.size = ring_alloc_pages(size) * TRACE_PAGE_RECORDS;
    if (trace_ring.size == 0)
        panic("no memory for the trace");
    panic_add_section(&section);
}
