/* SPDX-License-Identifier: MIT */
/* The interrupt controllers, and the timer on line 0; irq_register, for everybody,
 * is in arch.h. */
#pragma once

#include "arch.h"

/* Programs both controllers for traps 32 to 47, all lines masked. Context: boot. */
void irq_init(void);

/* Starts ticking TICK_HZ times a second, and measures the TSC by it where there
 * is one (20 to 30 ms).  Context: boot, interrupts off. */
void pit_init(void);

/* Calls the handler of the line that FRAME's trap number names. */
void irq_dispatch(const struct trapframe *frame);
