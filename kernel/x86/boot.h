/* SPDX-License-Identifier: MIT */
/*
 * What the boot loader told us (Multiboot Specification 0.6.96, section 3.3),
 * copied out of low memory before anything can overwrite it.
 * Called by main.c, in this order, before all else that needs memory.
 */
#pragma once

#include "lib/types.h"

/* The segments' ends, from linker.ld. */
extern char kernel_start[], kernel_end[];
extern char text_start[], rodata_end[];

/* From boot/multiboot.S: page aligned, in .bss. */
extern uint32_t boot_directory[];
extern uint32_t boot_tables[];
extern char boot_stack_guard[];

#define BOOT_TABLES 192u /* 4 MiB each: the direct map's 768 MiB */

/*
 * Copies the loader's information at INFO. Silent: what is wrong with it,
 * boot_memory_check says, when there is a console to say it on.
 */
void boot_info_init(uint32_t magic, paddr_t info);

/* The command line, cut at 1,023 bytes; "" where there is none. */
char *boot_command_line(void);

/* The first module (the RAM disk's archive). Returns: false where there is none;
 * otherwise its memory, which stays reserved until frame_release_range. */
bool boot_module(paddr_t *start, paddr_t *end);

/* The end of the memory that we use, at most DIRECT_MAP_BYTES. */
paddr_t boot_memory_end(void);

/* Panics with a sentence where the loader is not Multiboot's, or memory is too
 * little. Context: boot, before paging_init, which counts on it. */
void boot_memory_check(void);

/*
 * Gives all memory that nobody occupies to the frame allocator. Panics with a
 * sentence where kernel and RAM disk leave too little of it.
 * Context: boot, after paging_init.
 */
void boot_memory_init(void);
