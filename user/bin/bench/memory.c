/* SPDX-License-Identifier: MIT */
/*
 * Memory: the first touch of a page, a heap that grows and shrinks, mappings.
 */
#include <err.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

#include "bench.h"

#define MAP_BYTES (64 * KIB_BYTES)

static volatile char *fresh; /* the first page that nobody has touched */
static intptr_t fresh_bytes;

static char *heap_grow(intptr_t bytes)
{
    void *start = sbrk(bytes);

    if (start == (void *)-1)
        err(1, "sbrk");
    return start;
}

static void pages_touch(volatile char *start, long count)
{
    for (long i = 0; i < count; i++)
        start[i * PAGE_BYTES] = 1;
}

/* Each batch has pages of its own, for a page is touched first only once. */
void touch_begin(const struct row *row)
{
    fresh_bytes = (BATCHES + 1) * row->rounds * PAGE_BYTES;
    fresh = heap_grow(fresh_bytes);
}

long touch_run(const struct row *row)
{
    pages_touch(fresh, row->rounds);
    fresh += row->rounds * PAGE_BYTES;
    return row->rounds;
}

void touch_end(const struct row *row)
{
    (void)row;
    sbrk(-fresh_bytes);
}

long grow_run(const struct row *row)
{
    pages_touch(heap_grow(row->rounds * PAGE_BYTES), row->rounds);
    sbrk(-row->rounds * PAGE_BYTES);
    return row->rounds;
}

/* Maps 64 KiB, touches the first PAGES of them, and unmaps. */
static void map_once(long pages)
{
    void *start = mmap(NULL, MAP_BYTES, PROT_READ | PROT_WRITE,
                       MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    if (start == MAP_FAILED)
        err(1, "mmap");
    pages_touch(start, pages);
    munmap(start, MAP_BYTES);
}

long map_run(const struct row *row)
{
    for (long i = 0; i < row->rounds; i++)
        map_once(0);
    return row->rounds;
}

long map_touch_run(const struct row *row)
{
    for (long i = 0; i < row->rounds; i++)
        map_once(MAP_BYTES / PAGE_BYTES);
    return row->rounds;
}
