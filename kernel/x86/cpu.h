/* SPDX-License-Identifier: MIT */
/*
 * The CPU's control registers and what CPUID says it can do.
 * Only x86/ includes this. Facts: Intel SDM volume 3A, chapter 2; volume 2A,
 * CPUID.
 */
#pragma once

#include "lib/types.h"

enum cr0_bits {
    CR0_MP = 1u << 1,  /* WAIT obeys TS */
    CR0_EM = 1u << 2,  /* no FPU: every FPU instruction traps */
    CR0_TS = 1u << 3,  /* the next FPU instruction traps (#NM) */
    CR0_NE = 1u << 5,  /* FPU errors are #MF, not an interrupt */
    CR0_WP = 1u << 16, /* the kernel obeys read-only pages too */
    CR0_AM = 1u << 18, /* programs may ask for #AC */
};

enum cr4_bits {
    CR4_PSE = 1u << 4,
    CR4_PGE = 1u << 7,
    CR4_OSFXSR = 1u << 9,
    CR4_OSXMMEXCPT = 1u << 10,
    CR4_SMEP = 1u << 20,
};

/* Bits of CPUID leaf 1, EDX, all clear on a CPU without CPUID; one comes from
 * leaf 7 and stands where leaf 1 has a reserved bit. */
enum cpu_feature {
    CPU_PSE = 1u << 3,
    CPU_TSC = 1u << 4,
    CPU_PGE = 1u << 13,
    CPU_SMEP = 1u << 20,
    CPU_FXSR = 1u << 24,
    CPU_SSE = 1u << 25,
};

/* What LGDT and LIDT take. */
struct table_pointer {
    uint16_t limit;
    uint32_t base;
} __attribute__((packed));

/* Asks CPUID, once. Context: boot, first of all in x86/. */
void cpu_init(void);
bool cpu_has(enum cpu_feature feature);
/* Sets BIT of CR4 if the CPU has FEATURE; a CPU with none of them has no CR4. */
void cr4_enable(enum cpu_feature feature, enum cr4_bits bit);

/* Whether the kernel lets interrupts in just now: halted, or in irq_let_in. */
bool irq_is_expected(void);

static inline uint32_t cr0_read(void)
{
    uint32_t value;

    __asm__ volatile("movl %%cr0, %0" : "=r"(value));
    return value;
}

static inline void cr0_write(uint32_t value)
{
    __asm__ volatile("movl %0, %%cr0" : : "r"(value) : "memory");
}

/* The address of the last page fault. */
static inline uint32_t cr2_read(void)
{
    uint32_t value;

    __asm__ volatile("movl %%cr2, %0" : "=r"(value));
    return value;
}

/* The page directory; writing it forgets all translations but global ones. */
static inline void cr3_write(paddr_t directory)
{
    __asm__ volatile("movl %0, %%cr3" : : "r"(directory) : "memory");
}

static inline void page_invalidate(vaddr_t addr)
{
    __asm__ volatile("invlpg (%0)" : : "r"(addr) : "memory");
}

static inline uint64_t tsc_read(void)
{
    uint64_t value;

    __asm__ volatile("rdtsc" : "=A"(value));
    return value;
}
