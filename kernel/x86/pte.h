/* SPDX-License-Identifier: MIT */
/*
 * What the bits of a page directory's and a page table's entries mean (Intel
 * SDM 3A, 4.3). The constants are for x86/ only; mm/ uses the functions, which
 * are inline because fork and exit call them for each page.
 */
#pragma once

#include "lib/types.h"

/* One entry of a page table: it names the frame behind one page. */
typedef uint32_t pte_t;

enum pte_bits {
    PTE_PRESENT = 1u << 0,
    PTE_WRITABLE = 1u << 1,
    PTE_USER = 1u << 2,
    PTE_LARGE = 1u << 7,  /* in a directory: 4 MiB in place of a table */
    PTE_GLOBAL = 1u << 8, /* survives a change of directory */
    PTE_HELD = 1u << 9,   /* ours: a frame is behind it, present or not */
};

#define PTE_PER_TABLE 1024u
#define PTE_TABLE_BYTES (PTE_PER_TABLE * PAGE_SIZE) /* what a table maps: 4 MiB */
#define PTE_DIRECTORY_INDEX(addr) ((addr) / PTE_TABLE_BYTES)
#define PTE_TABLE_INDEX(addr) ((addr) / PAGE_SIZE % PTE_PER_TABLE)

/*
 * An entry that holds FRAME. Without READABLE no access is possible, and the
 * entry keeps its frame all the same (PROT_NONE).
 */
static inline pte_t pte_make(paddr_t frame, bool readable, bool writable)
{
    pte_t rights = PTE_PRESENT | PTE_USER | (writable ? PTE_WRITABLE : 0);

    return frame | PTE_HELD | (readable ? rights : 0);
}

static inline paddr_t pte_frame(pte_t pte)
{
    return ROUND_DOWN(pte, PAGE_SIZE);
}

/* There is a frame behind it. */
static inline bool pte_is_held(pte_t pte)
{
    return pte & PTE_HELD;
}

static inline bool pte_is_writable(pte_t pte)
{
    return pte & PTE_WRITABLE;
}
