/* SPDX-License-Identifier: MIT */
/*
 * Physical memory in frames of 4 KiB, each with a reference count.
 *
 * A frame belongs to whoever holds a reference: a page table entry, a file's
 * contents, a pipe, a slab.  It goes back to the free list when the last one
 * is put.  Memory above the direct map (768 MiB) is never handed out.
 */
#pragma once

#include "arch.h"

/*
 * Starts with the frames below END all reserved and none free; ARRAY is memory
 * of frame_array_bytes(END) bytes, kept for ever.  Context: boot.
 */
size_t frame_array_bytes(paddr_t end);
void frame_init(void *array, paddr_t end);

/*
 * Gives reserved memory to the allocator: the whole frames in [START, END).
 * Context: boot, and whoever has finished with a boot module's memory.
 */
void frame_release_range(paddr_t start, paddr_t end);

/* Takes a free frame, with one reference; its contents are whatever they were.
 * Returns: its address, or 0 where memory is exhausted but for the reserve. */
paddr_t frame_alloc(void) MUST_CHECK;
/* The same, down to the last frame: only for work that will free memory soon,
 * and for a system call that is past the point where it could fail. */
paddr_t frame_alloc_reserve(void) MUST_CHECK;
/* The same, filled with zeros. */
paddr_t frame_alloc_zeroed(void) MUST_CHECK;

/* One more, one fewer reference; the last put frees the frame. */
void frame_get(paddr_t frame);
void frame_put(paddr_t frame);
unsigned int frame_refs(paddr_t frame);

/* Figures for /proc/meminfo and /proc/objects, in frames. */
unsigned int frame_count_free(void);
unsigned int frame_count_total(void);

/* The kernel's own address of physical memory, and back. */
static inline void *frame_to_virt(paddr_t frame)
{
    return (void *)(uintptr_t)(frame + DIRECT_MAP_BASE);
}

static inline paddr_t frame_from_virt(const void *virt)
{
    return (paddr_t)(uintptr_t)virt - DIRECT_MAP_BASE;
}
