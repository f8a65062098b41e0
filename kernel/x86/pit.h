/* SPDX-License-Identifier: MIT */
/* The timer chip that ticks on interrupt line 0. */
#ifndef X86_PIT_H
#define X86_PIT_H

#define PIT_IRQ 0

/* Starts ticking TICK_HZ times a second, and measures the TSC by it where there
 * is one (20 to 30 ms).  Context: boot, interrupts off. */
void pit_init(void);

#endif
