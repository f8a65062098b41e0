/* SPDX-License-Identifier: MIT */
/* The interrupt controllers; irq_register, for everybody, is in arch.h. */
#ifndef X86_IRQ_H
#define X86_IRQ_H

#include "arch.h"

/* Programs both controllers for traps 32 to 47, all lines masked. Context: boot. */
void irq_init(void);

/* Calls the handler of the line that FRAME's trap number names. */
void irq_dispatch(const struct trapframe *frame);

#endif
