/* SPDX-License-Identifier: MIT */
/*
 * How a row is measured: a batch to warm up, five that count, and of these the median.
 *
 * The time-stamp counter counts cycles, or instructions where QEMU runs with
 * -icount shift=0. A batch of a row that takes memory ends when that memory is free
 * again, so no kernel is the faster for giving it back later.
 */
#include <procread.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "bench.h"

#define NS_PER_S     1000000000LL
#define TENTHS       10
/* What may stay away: free pages that a kernel keeps ready are free no less. */
#define KEPT_KIB     (3 * 1024)
#define WAITS_MOST   10000

struct moment moment_now(void)
{
    struct moment now;
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    __asm__ volatile("rdtsc" : "=A"(now.counts));
    now.ns = (long long)time.tv_sec * NS_PER_S + time.tv_nsec;
    return now;
}

long memory_free(void)
{
    struct meminfo memory;

    return proc_memory(&memory) ? (long)memory.free : 0;
}

struct moment memory_await(const struct row *row, long before)
{
    for (int waits = 0;; waits++) {
        /* Read first: when all is back, looking whether it is does not count. */
        struct moment now = moment_now();
        long missing = before - memory_free();

        if (missing <= KEPT_KIB)
            return now;
        if (waits == WAITS_MOST) {
            fprintf(stderr, "bench: %s: %ld KiB did not come back\n", row->name,
                    missing);
            return now;
        }
        sched_yield();
    }
}

struct cost cost_between(struct moment start, struct moment end, long operations)
{
    struct cost cost = {
        .ns = (end.ns - start.ns) * TENTHS / operations,
        .counts = (long long)(end.counts - start.counts) * TENTHS / operations,
    };

    return cost;
}

static int number_compare(const void *a, const void *b)
{
    long long x = *(const long long *)a, y = *(const long long *)b;

    return (x > y) - (x < y);
}

void costs_print(const char *name, const char *unit, struct cost costs[], int count)
{
    long long ns[BATCHES], counts[BATCHES];

    for (int i = 0; i < count; i++) {
        ns[i] = costs[i].ns;
        counts[i] = costs[i].counts;
    }
    qsort(ns, (size_t)count, sizeof(*ns), number_compare);
    qsort(counts, (size_t)count, sizeof(*counts), number_compare);
    printf("bench\t%s\t%s\t%lld.%lld\t%lld.%lld\n", name, unit,
           ns[count / 2] / TENTHS, ns[count / 2] % TENTHS,
           counts[count / 2] / TENTHS, counts[count / 2] % TENTHS);
    fflush(stdout);
}

static struct cost batch_measure(const struct row *row)
{
    long before = row->gives_back ? memory_free() : 0;
    struct moment start = moment_now();
    long operations = row->run(row);
    struct moment end = row->gives_back ? memory_await(row, before) : moment_now();

    return cost_between(start, end, operations);
}

void row_measure(const struct row *row)
{
    struct cost costs[BATCHES];

    if (row->measure) {
        row->measure(row);
        return;
    }
    if (row->begin)
        row->begin(row);
    batch_measure(row);
    for (int i = 0; i < BATCHES; i++)
        costs[i] = batch_measure(row);
    if (row->end)
        row->end(row);
    costs_print(row->name, row->unit, costs, BATCHES);
}
