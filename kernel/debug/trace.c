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
#include "debug/trace_ring.h"
#include "debug/trace_text.h"
#include "lib/panic.h"
#include "lib/printf.h"
#include "lib/string.h"
#include "mm/frame.h"
#include "x86/cpu.h"

#define TRACE_PANIC_EVENTS 24u
#define TRACE_NS_PER_US 1000u
#define TRACE_US_PER_S 1000000u

struct trace_ring trace_ring;
unsigned int trace_mask; /* nothing is kept before there is a ring */

/* Inline: an event may cost sixty instructions, tools/test-trace counts them. */
static inline struct trace_record *ring_next(enum trace_kind kind, pid_t pid)
{
    struct trace_record *record = trace_at(trace_ring.count++);

    record->tick = (uint32_t)clock_ticks;
    record->cycles = tsc_at_tick ? (uint32_t)(tsc_read() - tsc_at_tick) : 0;
    record->pid = (uint16_t)pid;
    record->kind = (uint8_t)kind;
    return record;
}

struct trace_record *trace_put(enum trace_kind kind, pid_t pid)
{
    return ring_next(kind, pid);
}

struct trace_record *trace_put_more(void)
{
    struct trace_record *record = trace_at(trace_ring.count++);

    trace_ring.mores++;
    record->kind = TRACE_MORE;
    return record;
}

void trace_record(enum trace_kind kind, pid_t pid, int a, int b,
                  const char *cause)
{
    struct trace_record *record = ring_next(kind, pid);

    record->a = a;
    record->b = b;
    record->cause = cause;
}

/* A record that says more is no beginning: the event before it has gone. */
unsigned int trace_oldest(void)
{
    unsigned int n = trace_ring.count - MIN(trace_ring.count, trace_ring.mask + 1);

    while (n != trace_ring.count && trace_at(n)->kind == TRACE_MORE)
        n++;
    return n;
}

unsigned int trace_events_before(unsigned int n)
{
    unsigned int events = trace_ring.count - trace_ring.mores;

    for (; n != trace_ring.count; n++)
        events -= trace_at(n)->kind != TRACE_MORE;
    return events;
}

static void trace_print(unsigned int n)
{
    const struct trace_record *record = trace_at(n);
    uint64_t us = trace_time_ns(record) / TRACE_NS_PER_US;
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
    unsigned int left = trace_events_before(trace_ring.count) -
                        trace_events_before(n);
    for (; n != trace_ring.count; n++) {
        if (trace_at(n)->kind != TRACE_MORE && left-- <= TRACE_PANIC_EVENTS)
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
    unsigned int pages = ring_alloc_pages(size);
    if (pages == 0)
        panic("no memory for the trace");
    trace_ring.mask = pages * TRACE_PAGE_RECORDS - 1;
    panic_add_section(&section);
}
