/* SPDX-License-Identifier: MIT */
/* The trap table: what the CPU does at each of the 256 traps. */
#ifndef X86_IDT_H
#define X86_IDT_H

/* Fills all 256 gates and tells the CPU. Context: boot. */
void idt_init(void);

#endif
