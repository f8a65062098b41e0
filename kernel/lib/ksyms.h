/* SPDX-License-Identifier: MIT */
/* Names for kernel addresses, for backtraces as function+offset. */
#pragma once

#include "lib/types.h"

/*
 * Finds the function that holds the kernel address ADDR.
 * Returns: its name, with the distance from its start in *OFFSET, or NULL.
 */
const char *ksyms_find(vaddr_t addr, unsigned int *offset);

/*
 * Prints where EIP is (0: leaves it out), then the chain of callers from the
 * frame pointer EBP on.  Context: any; survives a chain that is damaged.
 */
void ksyms_backtrace(vaddr_t eip, vaddr_t ebp);
