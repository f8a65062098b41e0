/* SPDX-License-Identifier: MIT */
/*
 * The trapframe: the registers of whatever a trap interrupted, as trap.S leaves
 * them on the kernel stack; and the context: what a switch keeps of the kernel's
 * own registers.  Two types, never mixed.
 *
 * The order of the trapframe is the one in which the CPU and PUSHA store, which
 * is also the order of struct sigcontext in a signal frame (asm/signal.h).
 * Read next: x86/trap.S.
 */
#pragma once

/*
 * Segment selectors. Numbers 6 to 8 of the GDT are the programs' thread-local
 * storage, 14 and 15 their code and data: Linux's numbers, which programs can
 * see. The low two bits are the privilege level.
 */
#define SELECTOR_KERNEL_CS 0x60
#define SELECTOR_KERNEL_DS 0x68
#define SELECTOR_USER_CS 0x73
#define SELECTOR_USER_DS 0x7b
#define SELECTOR_TSS 0x80
#define SELECTOR_FAULT_TSS 0x88
#define SELECTOR_RPL_MASK 3
#define GDT_TLS_FIRST 6

/* Trap numbers: Intel SDM 3A, table 6-1. */
#define TRAP_DIVIDE 0
#define TRAP_DEBUG 1
#define TRAP_NMI 2
#define TRAP_BREAKPOINT 3
#define TRAP_OVERFLOW 4
#define TRAP_BOUND 5
#define TRAP_INVALID_OPCODE 6
#define TRAP_NO_FPU 7
#define TRAP_DOUBLE_FAULT 8
#define TRAP_INVALID_TSS 10
#define TRAP_NO_SEGMENT 11
#define TRAP_STACK 12
#define TRAP_PROTECTION 13
#define TRAP_PAGE_FAULT 14
#define TRAP_FPU_ERROR 16
#define TRAP_ALIGNMENT 17
#define TRAP_MACHINE_CHECK 18
#define TRAP_SIMD_ERROR 19
#define TRAP_EXCEPTIONS 32 /* 0 to 31 are the CPU's own */
#define TRAP_IRQ_FIRST 32  /* 32 to 47: the 8259s' sixteen lines */
#define TRAP_IRQ_END 48
#define TRAP_SYSCALL 0x80

#ifndef __ASSEMBLER__

#include "lib/types.h"

struct trapframe {
    /* Pushed by trap.S. */
    uint32_t gs;
    uint32_t fs;
    uint32_t es;
    uint32_t ds;
    uint32_t edi; /* from here to eax: PUSHA */
    uint32_t esi;
    uint32_t ebp;
    uint32_t unused_esp;
    uint32_t ebx;
    uint32_t edx;
    uint32_t ecx;
    uint32_t eax;
    uint32_t trap;
    /* Pushed by the CPU for some exceptions, by trap.S for all other traps; for
     * a system call it is EAX as it was at entry, or -1 when no restart of the
     * call is to be decided any more. */
    union {
        uint32_t error;
        int32_t orig_eax;
    };
    /* Pushed by the CPU. */
    uint32_t eip;
    uint32_t cs;
    uint32_t eflags;
    uint32_t esp; /* these two only if it came from user mode */
    uint32_t ss;
};

/* Kernel registers that a C function must preserve, and where it goes on. */
struct context {
    uint32_t edi;
    uint32_t esi;
    uint32_t ebx;
    uint32_t ebp;
    uint32_t eip;
};

#define PAGE_FAULT_WRITE 0x2u /* in the error code: Intel SDM 3A, 4.7 */

enum eflags_bits {
    EFLAGS_CF = 1u << 0,
    EFLAGS_FIXED = 1u << 1, /* always one */
    EFLAGS_PF = 1u << 2,
    EFLAGS_AF = 1u << 4,
    EFLAGS_ZF = 1u << 6,
    EFLAGS_SF = 1u << 7,
    EFLAGS_TF = 1u << 8,
    EFLAGS_IF = 1u << 9,
    EFLAGS_DF = 1u << 10,
    EFLAGS_OF = 1u << 11,
    EFLAGS_RF = 1u << 16,
    EFLAGS_AC = 1u << 18,
    EFLAGS_ID = 1u << 21,
};

/* What a program may change of its flags. */
#define EFLAGS_USER                                                            \
    (EFLAGS_CF | EFLAGS_PF | EFLAGS_AF | EFLAGS_ZF | EFLAGS_SF | EFLAGS_TF |   \
     EFLAGS_DF | EFLAGS_OF | EFLAGS_RF | EFLAGS_AC)

/* trap.S's way into C (trap.c), and out of it for a new process. */
void trap_dispatch(struct trapframe *frame);
void trap_tail(struct trapframe *frame);
void trap_first_return(void);
extern const uint32_t trap_vectors[];

#endif
