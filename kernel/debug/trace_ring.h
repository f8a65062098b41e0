/* SPDX-License-Identifier: MIT */
/*
 * The ring of records, for those who read it.  Record N of all that ever were is
 * at N modulo the size, as long as no newer one has taken its place.  It stands in
 * page frames, which need not lie together.
 */
#pragma once

#include "debug/trace.h"

#define TRACE_NAME_BYTES 16u

struct trace_record {
    uint64_t time_ns;
    uint16_t pid;
    uint8_t kind;
    union {
        struct {
            int32_t a, b;
            const char *cause; /* a literal, or NULL */
        };
        char name[TRACE_NAME_BYTES]; /* TRACE_MORE: of the event's process */
        uint32_t words[5];
    };
};
#define TRACE_PAGE_RECORDS (PAGE_SIZE / sizeof(struct trace_record))

struct trace_ring {
    struct trace_record **pages; /* one more frame: where the others are */
    unsigned int size;   /* a power of two: the counts may wrap */
    unsigned int count;  /* records ever made */
    unsigned int events; /* those that are events */
};
extern struct trace_ring trace_ring;

static inline struct trace_record *trace_at(unsigned int n)
{
    n &= trace_ring.size - 1;
    return &trace_ring.pages[n / TRACE_PAGE_RECORDS][n % TRACE_PAGE_RECORDS];
}

/* Makes room for SIZE records, or fewer: a power of two, and as long as memory lasts.
 * From now on events are kept, and a panic shows the newest. Context: boot. */
#define TRACE_MOST (PAGE_SIZE / sizeof(void *) * TRACE_PAGE_RECORDS)
void trace_ring_make(unsigned int size);

/* /proc/trace (trace_file.c). Context: boot. */
void trace_file_init(void);

/* The number of the oldest record that is still there and begins an event. */
unsigned int trace_oldest(void);
/* How many events begin from record N on. */
unsigned int trace_events_from(unsigned int n);
