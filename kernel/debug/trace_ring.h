/* SPDX-License-Identifier: MIT */
/*
 * The ring of records, for those who read it.  Record N of all that ever were is
 * at N modulo the size, as long as no newer one has taken its place.  It stands in
 * page frames, which need not lie together.
 */
#pragma once

#include "arch.h"
#include "debug/trace.h"

#define TRACE_NAME_BYTES 16u

struct trace_record {
    uint32_t tick;   /* when: the lower half of the ticks, which is 497 days, */
    uint32_t cycles; /* and what had passed of it */
    uint16_t pid;
    uint8_t kind;
    union {
        struct {
            int32_t a, b;
            const char *cause; /* a literal, or NULL */
        };
        uint32_t words[5];
        char name[TRACE_NAME_BYTES]; /* TRACE_MORE: of the event's process */
    };
};
#define TRACE_PAGE_RECORDS (PAGE_SIZE / sizeof(struct trace_record))

struct trace_ring {
    struct trace_record **pages; /* one more frame: where the others are */
    unsigned int mask;  /* the size, a power of two, less 1: the counts may wrap */
    unsigned int count; /* records ever made */
    unsigned int mores; /* those that are no events */
};
extern struct trace_ring trace_ring;

static inline struct trace_record *trace_at(unsigned int n)
{
    n &= trace_ring.mask;
    return &trace_ring.pages[n / TRACE_PAGE_RECORDS][n % TRACE_PAGE_RECORDS];
}

static inline uint64_t trace_time_ns(const struct trace_record *record)
{
    return clock_ns(record->tick, record->cycles);
}

/* Makes room for SIZE records, or fewer: a power of two, and as long as memory lasts.
 * From now on events are kept, and a panic shows the newest. Context: boot. */
#define TRACE_MOST (PAGE_SIZE / sizeof(void *) * TRACE_PAGE_RECORDS)
void trace_ring_make(unsigned int size);

/* /proc/trace (trace_file.c). Context: boot. */
void trace_file_init(void);

/* Makes the next record. What the kind needs besides is for the caller to fill in;
 * what did not fit goes to one more. */
struct trace_record *trace_put(enum trace_kind kind, pid_t pid);
struct trace_record *trace_put_more(void);

/* Whether one more record has the process's name. */
static inline bool trace_has_name(enum trace_kind kind)
{
    return kind == TRACE_FORK || kind == TRACE_EXEC || kind == TRACE_EXIT;
}

/* Whether the third word is the cause. */
static inline bool trace_has_cause(enum trace_kind kind)
{
    return kind != TRACE_MEMORY && kind != TRACE_CALL && kind != TRACE_TRAP &&
           kind != TRACE_SWITCH;
}

/* The words of MEMORY: KiB of each. */
enum trace_memory {
    TRACE_MEMORY_CODE, TRACE_MEMORY_DATA, TRACE_MEMORY_HEAP, TRACE_MEMORY_STACK,
    TRACE_MEMORY_REST,
};

/* The number of the oldest record that is still there and begins an event. */
unsigned int trace_oldest(void);
/* How many events there were before record N. */
unsigned int trace_events_before(unsigned int n);
