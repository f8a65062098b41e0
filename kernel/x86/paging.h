/* SPDX-License-Identifier: MIT */
/* The kernel's half of every address space; the user's half is in arch.h. */
#pragma once

#include "lib/types.h"

/*
 * Makes the direct map precise: nothing above the last memory, text and rodata
 * read-only, large pages where the CPU has them, a hole below the boot stack.
 * Context: boot, with the page tables of boot/multiboot.S.
 */
void paging_init(void);

/* Gives the page tables of multiboot.S that are not needed to the frame
 * allocator. Context: boot, after frame_init. */
void paging_release_tables(void);

/* The directory of the kernel alone, which every other one resembles. */
paddr_t paging_kernel_directory(void);

/*
 * The entries for PAGES pages of the kernel's half from ADDR on, where nothing
 * is mapped yet: makes their tables. Panics without memory.
 * Context: boot, before the first pgdir_alloc (all directories share them).
 */
void paging_make_tables(vaddr_t addr, unsigned int pages);

/* Puts memory behind the kernel's pages from START to END, whose tables exist.
 * Returns: false, and none is there, without memory. */
bool paging_fill(vaddr_t start, vaddr_t end) MUST_CHECK;
/* Takes it away again. */
void paging_empty(vaddr_t start, vaddr_t end);
