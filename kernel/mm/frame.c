/* SPDX-License-Identifier: MIT */
/*
 * Frames: one small record for each 4 KiB of physical memory, and a free list
 * that runs through the records, so that taking and giving cost a few steps
 * however much memory there is.
 *
 * Called from everywhere that needs memory, any context.  Owns the records.
 * Invariant: a record is either on the free list with no references, or in
 * use (or reserved since boot) with at least one; frame_free_count is the
 * list's length.  Read next: mm/kmalloc.c.
 */
#include "mm/frame.h"

#include "debug/failnth.h"
#include "debug/poison.h"
#include "lib/panic.h"
#include "lib/string.h"

struct frame {
    uint32_t refs;
    uint32_t next_free; /* frame number, while on the free list */
};

/* Ends the free list: frame 0 holds the BIOS's data and is never released. */
#define FRAME_NONE 0u

/* SUBTLE(frame-reserve): what ordinary requests leave behind for those that
 * must not fail. */
#define FRAME_RESERVE 64u

static struct frame *frames;
static uint32_t frame_limit; /* number of records */
static uint32_t frame_first_free = FRAME_NONE;
static unsigned int frame_free_count;
static unsigned int frame_total_count;

size_t frame_array_bytes(paddr_t end)
{
    return (end >> PAGE_SHIFT) * sizeof(struct frame);
}

void frame_init(void *array, paddr_t end)
{
    frames = array;
    frame_limit = end >> PAGE_SHIFT;
    for (uint32_t i = 0; i < frame_limit; i++)
        frames[i] = (struct frame){ .refs = 1, .next_free = FRAME_NONE };
}

static struct frame *frame_record(paddr_t frame)
{
    uint32_t number = frame >> PAGE_SHIFT;

    ASSERT(number != FRAME_NONE && number < frame_limit);
    return &frames[number];
}

static void frame_push_free(struct frame *f)
{
    if (IS_DEBUG)
        poison_fill(frame_to_virt((paddr_t)(f - frames) << PAGE_SHIFT), PAGE_SIZE);
    f->next_free = frame_first_free;
    frame_first_free = (uint32_t)(f - frames);
    frame_free_count++;
}

void frame_release_range(paddr_t start, paddr_t end)
{
    /* From the top, so that low memory is handed out first. */
    for (uint32_t i = end >> PAGE_SHIFT; i > DIV_UP(start, PAGE_SIZE); i--) {
        struct frame *f = frame_record((i - 1) << PAGE_SHIFT);

        ASSERT(f->refs == 1);
        f->refs = 0;
        frame_push_free(f);
        frame_total_count++;
    }
}

paddr_t frame_alloc_reserve(void)
{
    if (frame_first_free == FRAME_NONE)
        return 0;
    struct frame *f = &frames[frame_first_free];
    ASSERT(f->refs == 0);
    frame_first_free = f->next_free;
    frame_free_count--;
    f->refs = 1;
    paddr_t frame = (paddr_t)(f - frames) << PAGE_SHIFT;
    if (IS_DEBUG && poison_find(frame_to_virt(frame), PAGE_SIZE) < PAGE_SIZE)
        panic("the free frame 0x%08x was written to", frame);
    return frame;
}

paddr_t frame_alloc(void)
{
    bool can = frame_free_count > FRAME_RESERVE && !fail_is_due();

    return can ? frame_alloc_reserve() : 0;
}

paddr_t frame_alloc_zeroed(void)
{
    paddr_t frame = frame_alloc();

    if (frame)
        memset(frame_to_virt(frame), 0, PAGE_SIZE);
    return frame;
}

void frame_get(paddr_t frame)
{
    struct frame *f = frame_record(frame);

    if (f->refs == 0)
        panic("frame 0x%08x is used after it was freed", frame);
    f->refs++;
}

void frame_put(paddr_t frame)
{
    struct frame *f = frame_record(frame);

    if (f->refs == 0)
        panic("frame 0x%08x is freed a second time", frame);
    if (--f->refs == 0)
        frame_push_free(f);
}

unsigned int frame_refs(paddr_t frame)
{
    return frame_record(frame)->refs;
}

unsigned int frame_count_free(void)
{
    return frame_free_count;
}

unsigned int frame_count_total(void)
{
    return frame_total_count;
}
