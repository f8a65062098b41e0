/* SPDX-License-Identifier: MIT */
/*
 * The trap table (OSTEP, chapter 6): for each trap the place in trap.S where the
 * kernel is entered.
 *
 * Called once at boot.  Owns the IDT, which is never changed afterwards.
 * Invariant: all gates turn interrupts off, and a program may itself use only
 * three of them: int3, into and int 0x80.  Any other INT is a protection fault.
 * Facts: Intel SDM 3A, 6.11.  Read next: x86/trap.S.
 */
#include "x86/cpu.h"
#include "x86/gdt.h"
#include "x86/trapframe.h"

#define IDT_ENTRIES 256u
#define GATE_INTERRUPT 0x8E00u /* present, 32-bit interrupt gate */
#define GATE_TASK 0x8500u      /* present, task gate */
#define GATE_LEVEL3 0x6000u    /* INT from user mode is allowed */

static uint32_t idt[IDT_ENTRIES][2];

static void idt_set(unsigned int number, unsigned int bits)
{
    uint32_t entry = trap_vectors[number];

    idt[number][0] = SELECTOR_KERNEL_CS << 16 | (entry & 0xFFFF);
    idt[number][1] = (entry & 0xFFFF0000) | bits;
}

void idt_init(void)
{
    struct table_pointer pointer = { sizeof(idt) - 1, (uint32_t)idt };

    for (unsigned int i = 0; i < IDT_ENTRIES; i++)
        idt_set(i, GATE_INTERRUPT);
    idt_set(TRAP_BREAKPOINT, GATE_INTERRUPT | GATE_LEVEL3);
    idt_set(TRAP_OVERFLOW, GATE_INTERRUPT | GATE_LEVEL3);
    idt_set(TRAP_SYSCALL, GATE_INTERRUPT | GATE_LEVEL3);
    idt[TRAP_DOUBLE_FAULT][0] = SELECTOR_FAULT_TSS << 16;
    idt[TRAP_DOUBLE_FAULT][1] = GATE_TASK;
    __asm__ volatile("lidt %0" : : "m"(pointer));
}
