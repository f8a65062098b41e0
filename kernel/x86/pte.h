/* SPDX-License-Identifier: MIT */
/*
 * What the bits of a page directory's and a page table's entries mean (Intel
 * SDM 3A, 4.3). Only x86/ includes this; others use pte_make and its like.
 */
#ifndef X86_PTE_H
#define X86_PTE_H

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

#endif
