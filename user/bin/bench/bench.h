/* SPDX-License-Identifier: MIT */
/*
 * bench: what the calls of a process cost, in time and in instructions.
 *
 * A row is one measurement. rows.c is the list of them, measure.c how one is taken; the
 * other files do what is measured, an idea each. All is made of Linux's calls, so the
 * same file measures both kernels: tools/bench has it do so.
 * Read next: rows.c.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#define PAGE_BYTES  4096
#define KIB_BYTES   1024
#define MIB_BYTES   (1024 * KIB_BYTES)
#define SMALL       "/bin/true" /* the program that is executed */

struct row {
    const char *name;
    const char *unit;  /* what one operation is */
    const char *what;
    long rounds;       /* how often a batch does it, as its run() understands that */
    int size;          /* processes, MiB or bytes: in what alike rows differ */
    bool gives_back;   /* a batch is over when the memory that it took is free again */
    void (*begin)(const struct row *row);  /* before the batches; or NULL */
    long (*run)(const struct row *row);    /* a batch. Returns: how many operations */
    void (*end)(const struct row *row);    /* after them; or NULL */
    void (*measure)(const struct row *row); /* instead of all that, or NULL */
};

extern const struct row rows[];
extern const int row_count;

/* measure.c */
struct moment {
    long long ns;
    unsigned long long counts; /* of the time-stamp counter */
};

/* The cost of one operation, in tenths. */
struct cost {
    long long ns, counts;
};

#define BATCHES 5

struct moment moment_now(void);

/* KiB of free memory. */
long memory_free(void);

/*
 * The moment at which as much memory was free again as BEFORE, or nearly. The CPU is
 * given away until then. Surprise: after a long wait it says so on standard error, and
 * returns.
 */
struct moment memory_await(const struct row *row, long before);

struct cost cost_between(struct moment start, struct moment end, long operations);

/* Prints the median of COUNT costs as "bench NAME UNIT NS COUNTS". */
void costs_print(const char *name, const char *unit, struct cost costs[], int count);

void row_measure(const struct row *row);

/* calls.c: one process and the kernel. */
void null_begin(const struct row *row);
void null_end(const struct row *row);
long call_run(const struct row *row);
long clock_run(const struct row *row);
long write_run(const struct row *row);
long install_run(const struct row *row);
void signal_begin(const struct row *row);
long signal_run(const struct row *row);
void signal_end(const struct row *row);
void pingpong_begin(const struct row *row);
long pingpong_run(const struct row *row);
void pingpong_end(const struct row *row);

/* create.c: children that end at once; for a row with a size, of a heap of so many
 * MiB. */
void heap_begin(const struct row *row);
void heap_end(const struct row *row);
long fork_run(const struct row *row);
long fork_write_run(const struct row *row);
long fork_heap_run(const struct row *row);
long vfork_run(const struct row *row);
long fork_exec_run(const struct row *row);
long vfork_exec_run(const struct row *row);
long spawn_run(const struct row *row);

/* talk.c: processes that pass something on. */
void self_begin(const struct row *row);
long self_run(const struct row *row);
void self_end(const struct row *row);
void ring_begin(const struct row *row);
long ring_run(const struct row *row);
void ring_end(const struct row *row);
void stream_begin(const struct row *row);
long stream_run(const struct row *row);
void stream_end(const struct row *row);
void yield_begin(const struct row *row);
long yield_run(const struct row *row);
void yield_end(const struct row *row);

/* memory.c */
void touch_begin(const struct row *row);
long touch_run(const struct row *row);
void touch_end(const struct row *row);
long grow_run(const struct row *row);
long map_run(const struct row *row);
long map_touch_run(const struct row *row);

/* crowd.c: many processes at once. */
void crowd_measure(const struct row *row);
void ps_begin(const struct row *row);
long ps_run(const struct row *row);
void ps_end(const struct row *row);

/* The helpers of all: with these nothing goes wrong unnoticed. */
pid_t fork_sure(void);
void pipe_sure(int ends[2]);
void write_sure(int fd, const void *from, size_t size);
/* Returns: false at the end of the file. */
bool read_sure(int fd, void *to, size_t size);
/* Waits for COUNT children, each of which must exit with 0. */
void wait_sure(int count);
