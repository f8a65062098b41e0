/* SPDX-License-Identifier: MIT */
/*
 * The exception table: instructions of the kernel that user state can make
 * fault, each with the place to go on at (SUBTLE(extable)).
 */
#pragma once

#ifdef __ASSEMBLER__
#define EXTABLE(instruction, fixup)                                            \
    .pushsection .extable, "a", @progbits;                                     \
    .long instruction, fixup;                                                  \
    .popsection
#else

#include "lib/types.h"

/* Returns: where to go on after a fault of the instruction at EIP, or 0. */
vaddr_t extable_find(vaddr_t eip);

#endif
