/* SPDX-License-Identifier: MIT */
/*
 * Kernel stacks: each in a slot of its own, of which only the upper half is
 * memory.
 *
 *     slot + 16 KiB  +------------------+
 *                    | owner, unused    |  16 bytes: whose stack it is
 *     top ->         +------------------+
 *                    | the stack, down  |
 *                    | canary           |  last word: must never change
 *     slot + 8 KiB   +------------------+
 *                    | hole             |  an overflow ends in a double fault
 *     slot           +------------------+
 *
 * Called by proc/ (alloc, free) and at each switch (check).  Owns the slots.
 * SUBTLE(stack-slot): slot address and ESP differ only in their low 14 bits, so the
 * owner is found without a search.
 */
#include "x86/kstack.h"

#include "debug/poison.h"
#include "lib/bitmap.h"
#include "lib/panic.h"
#include "mm/frame.h"
#include "mm/kmalloc.h"
#include "x86/paging.h"

#define SLOT_BYTES 16384u
#define KSTACK_BASE 0xF0000000u
#define KSTACK_END 0xFFC00000u
#define SLOTS_MAX ((KSTACK_END - KSTACK_BASE) / SLOT_BYTES)
#define PAGES_PER_SLOT (SLOT_BYTES / PAGE_SIZE)

/* A process needs at least this many frames: its stack, its page tables, and a
 * page or two. More slots than memory would serve are not made. */
#define FRAMES_PER_PROCESS 4u

#define KSTACK_CANARY 0xCA9A51EEu

/* What stands above a stack's top: its owner, and the rest unused. */
#define HEAD_BYTES 16u
/* With DEBUG=1 so much of each stack must never be used. */
#define KSTACK_REST 1024u

static uint32_t slots_taken[BITMAP_WORDS(SLOTS_MAX)];
static unsigned int slot_count;
static unsigned int slot_hint; /* all slots below are taken */

static struct kind kstack_kind = { .name = "kernel-stack",
                                   .size = KSTACK_BYTES };

static struct proc **kstack_head(vaddr_t top)
{
    return (struct proc **)top;
}

static vaddr_t slot_top(unsigned int slot)
{
    return KSTACK_BASE + (slot + 1) * SLOT_BYTES - HEAD_BYTES;
}

static unsigned int slot_of(vaddr_t addr)
{
    return (addr - KSTACK_BASE) / SLOT_BYTES;
}

static vaddr_t slot_bottom(unsigned int slot)
{
    return KSTACK_BASE + (slot + 1) * SLOT_BYTES - KSTACK_BYTES;
}

void kstack_init(void)
{
    slot_count = MIN(SLOTS_MAX, frame_count_total() / FRAMES_PER_PROCESS);
    paging_make_tables(KSTACK_BASE, slot_count * PAGES_PER_SLOT);
}

vaddr_t kstack_alloc(struct proc *owner)
{
    unsigned int slot = bitmap_next_clear(slots_taken, slot_count, slot_hint);
    vaddr_t bottom = slot_bottom(slot), top = slot_top(slot);

    slot_hint = slot;
    if (slot == slot_count || !paging_fill(bottom, bottom + KSTACK_BYTES))
        return 0;
    bitmap_set(slots_taken, slot);
    if (IS_DEBUG)
        poison_fill((void *)bottom, KSTACK_BYTES - HEAD_BYTES);
    *kstack_head(top) = owner;
    *(uint32_t *)bottom = KSTACK_CANARY;
    kstack_kind.live++;
    return top;
}

/* With DEBUG=1: how much of a stack was ever used, seen by what is still poisoned.
 * The lowest word is the canary. */
static void kstack_measure(vaddr_t bottom)
{
    const void *rest = (void *)(bottom + sizeof(uint32_t));

    if (IS_DEBUG && poison_find(rest, KSTACK_REST) < KSTACK_REST)
        panic("a kernel stack was used but for %u bytes or less", KSTACK_REST);
}

void kstack_free(vaddr_t top)
{
    unsigned int slot = slot_of(top);
    vaddr_t bottom = slot_bottom(slot);

    ASSERT(top == slot_top(slot) && bitmap_test(slots_taken, slot));
    kstack_measure(bottom);
    paging_empty(bottom, bottom + KSTACK_BYTES);
    bitmap_clear(slots_taken, slot);
    slot_hint = MIN(slot_hint, slot);
    kstack_kind.live--;
}

struct proc *kstack_owner(vaddr_t addr)
{
    if (addr < KSTACK_BASE || slot_of(addr) >= slot_count ||
        !bitmap_test(slots_taken, slot_of(addr)))
        return NULL;
    return *kstack_head(slot_top(slot_of(addr)));
}

bool kstack_is_guard(vaddr_t addr)
{
    return kstack_owner(addr) && addr < slot_bottom(slot_of(addr));
}

void kstack_check(void)
{
    vaddr_t esp = (vaddr_t)__builtin_frame_address(0);

    if (esp < KSTACK_BASE)
        return; /* the boot stack */
    if (*(uint32_t *)slot_bottom(slot_of(esp)) != KSTACK_CANARY)
        panic("the kernel stack has grown into its last word: "
              "8 KiB were not enough");
}
