/* SPDX-License-Identifier: MIT */
/* Segments and the task state segments. Facts: Intel SDM 3A, 3.4.5 and 7.2. */
#ifndef X86_GDT_H
#define X86_GDT_H

#include "lib/types.h"

struct arch_proc;

/* The hardware's task state segment. We use ESP0 and SS0 of one, for the way from
 * user mode to the kernel, and the whole of another for the double fault. */
struct tss {
    uint32_t link;
    uint32_t esp0, ss0, esp1, ss1, esp2, ss2;
    uint32_t cr3, eip, eflags;
    uint32_t eax, ecx, edx, ebx, esp, ebp, esi, edi;
    uint32_t es, cs, ss, ds, fs, gs;
    uint32_t ldt;
    uint16_t debug_trap;
    uint16_t io_map;
};

/* Loads our own GDT, segment registers and task register. Context: boot. */
void gdt_init(void);

/* Traps from user mode will find this kernel stack. */
void gdt_set_kernel_stack(vaddr_t top);

/* Enters a process's TLS descriptors. */
void gdt_load_tls(const struct arch_proc *ap);

/* Where the CPU saved the registers of what a double fault interrupted. */
const struct tss *gdt_interrupted_task(void);

/* The double fault's task will run ENTRY in the directory CR3. */
void gdt_set_fault_task(void (*entry)(void), paddr_t cr3);

#endif
