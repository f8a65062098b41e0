/* SPDX-License-Identifier: MIT */
/*
 * The rooms below fs/, as far as files need them: frames, objects, user memory
 * and the clock, on the build machine and with counts of what is in use.
 * Included once by a test of tests/host.
 */
#pragma once

#include <asm/mman.h>
#include <sanitizer/asan_interface.h>
#include <stdio.h>
#include <stdlib.h>
#include <tine/errno.h>

#include "lib/panic.h"
#include "lib/string.h"
#include "mm/frame.h"
#include "mm/kmalloc.h"
#include "mm/space.h"
#include "mm/usercopy.h"
#include "time/timer.h"

enum { FRAMES = 1024, USER_BYTES = 1 << 18 };

/* Frames stand at an address of 32 bits, so that the kernel's way from physical
 * to virtual addresses and back works here too. */
#define FRAMES_AT 0x10000000u
void *mmap(void *addr, size_t len, int prot, int flags, int fd, long offset);

static unsigned int frame_references[FRAMES];
static unsigned int frames_used, objects;
static char user_memory[USER_BYTES]; /* from user address 0 on */

void panic(const char *format, ...)
{
    fprintf(stderr, "panic: %s\n", format);
    abort();
}

/* There are no interrupts to let in. */
void irq_let_in(void)
{
}

/* Nobody maps files here. */
void backing_truncate(struct backing *backing, uint32_t first)
{
    (void)backing;
    (void)first;
}

static unsigned int frame_number(paddr_t frame)
{
    return (unsigned int)(frame - frame_from_virt((void *)FRAMES_AT)) >>
           PAGE_SHIFT;
}

static bool frames_setup(void)
{
    return mmap((void *)FRAMES_AT, FRAMES * PAGE_SIZE, PROT_READ | PROT_WRITE,
                MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1,
                0) == (void *)FRAMES_AT;
}

unsigned int frame_count_total(void)
{
    return FRAMES;
}

unsigned int frame_count_free(void)
{
    return FRAMES - frames_used;
}

paddr_t frame_alloc(void)
{
    for (unsigned int n = 0; n < FRAMES; n++) {
        if (frame_references[n] == 0) {
            char *frame = (char *)FRAMES_AT + n * PAGE_SIZE;
            frame_references[n] = 1;
            frames_used++;
            ASAN_UNPOISON_MEMORY_REGION(frame, PAGE_SIZE);
            memset(frame, 0xee, PAGE_SIZE);
            return frame_from_virt(frame);
        }
    }
    return 0;
}

paddr_t frame_alloc_zeroed(void)
{
    paddr_t frame = frame_alloc();
    memset(frame_to_virt(frame), 0, PAGE_SIZE);
    return frame;
}

void frame_get(paddr_t frame)
{
    frame_references[frame_number(frame)]++;
}

void frame_put(paddr_t frame)
{
    unsigned int n = frame_number(frame);
    if (--frame_references[n] > 0)
        return;
    ASAN_POISON_MEMORY_REGION(frame_to_virt(frame), PAGE_SIZE);
    frames_used--;
}

void *kind_alloc(struct kind *kind)
{
    objects++;
    return calloc(1, kind->size);
}

void *kmalloc(size_t size)
{
    objects++;
    return malloc(size);
}

void kind_free(void *object)
{
    objects -= object != NULL;
    free(object);
}

int user_read(void *to, uaddr_t from, size_t len)
{
    if (from > USER_BYTES || len > USER_BYTES - from)
        return -EFAULT;
    memcpy(to, user_memory + from, len);
    return 0;
}

int user_write(uaddr_t to, const void *from, size_t len)
{
    if (to > USER_BYTES || len > USER_BYTES - to)
        return -EFAULT;
    memcpy(user_memory + to, from, len);
    return 0;
}

int user_clear(uaddr_t to, size_t len)
{
    if (to > USER_BYTES || len > USER_BYTES - to)
        return -EFAULT;
    memset(user_memory + to, 0, len);
    return 0;
}

tick_t tick_now(void)
{
    return 1;
}

uint64_t wall_clock_now_ns(void)
{
    return 1000000000000000000u;
}
