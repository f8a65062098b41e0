/* SPDX-License-Identifier: MIT */
/* Kernel stacks; kstack_alloc and its like, for everybody, are in arch.h. */
#pragma once

#include "lib/types.h"

/* Makes the page tables for all slots. Context: boot, after boot_memory_init and
 * before the first page directory is made. */
void kstack_init(void);

/* Whether ADDR is in the hole below somebody's kernel stack. */
bool kstack_is_guard(vaddr_t addr);
