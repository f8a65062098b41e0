/* SPDX-License-Identifier: MIT */
/* The CPU's own tables: segments, task state segments, and the trap table.
 * Facts: Intel SDM 3A, 3.4.5, 6.11 and 7.2. */
#pragma once

#include "lib/types.h"

struct arch_proc;

/* The hardware's task state segment. */
struct tss {
    uint32_t link;
    uint32_t esp0, ss0, esp1, ss1, esp2, ss2;
    uint32_t cr3, eip, eflags;
    uint32_t eax, ecx, edx, ebx, esp, ebp, esi, edi;
    uint32_t es, cs, ss, ds, fs, gs;
    uint32_t ldt;
    uint16_t debug_trap;
    uint16_t io_map; /* beyond the limit: no ports are allowed */
};

/* What the CPU goes by: of the first, ESP0 and SS0 on the way from user mode to
 * the kernel; the whole of the second, fault.c's, for a double fault, which
 * leaves the registers that it interrupted in the first. */
extern struct tss main_tss;
extern struct tss fault_tss;

/* Loads our own GDT, segment registers and task register. Context: boot. */
void gdt_init(void);

/* Fills the trap table's 256 gates and tells the CPU. Context: boot. */
void idt_init(void);

/* Enters a process's TLS descriptors. */
void gdt_load_tls(const struct arch_proc *ap);
