/* SPDX-License-Identifier: MIT */
/*
 * Segments: flat ones that cover all memory for kernel and programs, three slots
 * for the thread-local storage of the running program, and two task segments.
 *
 * Called at boot, and by context.c at each switch.  Owns the GDT and both task
 * state segments.  Invariant: whatever a program asks for by set_thread_area,
 * its descriptors are data segments of privilege level 3.
 * Read next: x86/idt.c.
 */
#include "x86/gdt.h"

#include "arch.h"
#include "x86/cpu.h"
#include "x86/fpu.h"
#include "x86/trapframe.h"

#define GDT_ENTRIES 18u
#define GDT_INDEX(selector) ((selector) >> 3)

/* The high word of a descriptor (Intel SDM 3A, figures 3-8 and 7-3). */
enum descriptor_bits {
    DESC_ACCESSED = 1u << 8,
    DESC_WRITABLE = 1u << 9,   /* data: writable; code: readable */
    DESC_DOWN = 1u << 10,      /* data: grows down; code: conforming */
    DESC_CODE = 1u << 11,
    DESC_MEMORY = 1u << 12,    /* code or data, not a system segment */
    DESC_LEVEL3 = 3u << 13,
    DESC_PRESENT = 1u << 15,
    DESC_AVAILABLE = 1u << 20, /* for software */
    DESC_32BIT = 1u << 22,
    DESC_PAGES = 1u << 23,     /* the limit counts pages */
    DESC_TSS = 9u << 8,        /* system segment: 32-bit TSS, not busy */
};

#define LIMIT_ALL 0xFFFFFu
#define DESC_FLAT (DESC_ACCESSED | DESC_WRITABLE | DESC_MEMORY | DESC_PRESENT | \
                   DESC_32BIT | DESC_PAGES)

#define FLAT(bits) { LIMIT_ALL & 0xFFFF, (LIMIT_ALL & 0xF0000) | DESC_FLAT | (bits) }

static uint32_t gdt[GDT_ENTRIES][2] = {
    [GDT_INDEX(SELECTOR_KERNEL_CS)] = FLAT(DESC_CODE),
    [GDT_INDEX(SELECTOR_KERNEL_DS)] = FLAT(0),
    [GDT_INDEX(SELECTOR_USER_CS)] = FLAT(DESC_CODE | DESC_LEVEL3),
    [GDT_INDEX(SELECTOR_USER_DS)] = FLAT(DESC_LEVEL3),
};
struct tss main_tss = { .ss0 = SELECTOR_KERNEL_DS, .io_map = sizeof(struct tss) };

static void gdt_set(uint32_t entry[2], uint32_t base, uint32_t limit,
                    uint32_t bits)
{
    entry[0] = base << 16 | (limit & 0xFFFF);
    entry[1] = (base & 0xFF000000) | (limit & 0xF0000) | bits |
               (base >> 16 & 0xFF);
}

static void gdt_set_tss(unsigned int selector, const struct tss *tss)
{
    gdt_set(gdt[GDT_INDEX(selector)], (uint32_t)tss, sizeof(*tss) - 1,
            DESC_TSS | DESC_PRESENT);
}

/* Far jump for CS, moves for the others; FS and GS become null, and so does the LDT,
 * which after a reset is what a program has in its lowest 64 KiB. */
static void gdt_load(void)
{
    struct table_pointer pointer = { sizeof(gdt) - 1, (uint32_t)gdt };

    __asm__ volatile("lgdt %0\n\t"
                     "ljmp %1, $1f\n"
                     "1:\n\t"
                     "movl %2, %%ds\n\t"
                     "movl %2, %%es\n\t"
                     "movl %2, %%ss\n\t"
                     "movl %3, %%fs\n\t"
                     "movl %3, %%gs\n\t"
                     "lldt %w3\n\t"
                     "ltr %w4"
                     :
                     : "m"(pointer), "i"(SELECTOR_KERNEL_CS),
                       "r"(SELECTOR_KERNEL_DS), "r"(0), "r"(SELECTOR_TSS)
                     : "memory");
}

void gdt_init(void)
{
    gdt_set_tss(SELECTOR_TSS, &main_tss);
    gdt_set_tss(SELECTOR_FAULT_TSS, &fault_tss);
    gdt_load();
}

/* What a program asked for is entered as a data segment of its own level; where it
 * asked for nothing, no segment at all. */
static void gdt_set_tls(uint32_t entry[2], const struct user_desc *desc)
{
    uint32_t bits = DESC_ACCESSED | DESC_MEMORY | DESC_LEVEL3 | DESC_PRESENT |
                    DESC_32BIT;

    bits |= desc->read_exec_only ? 0 : DESC_WRITABLE;
    bits |= desc->contents ? DESC_DOWN : 0;
    bits |= desc->limit_in_pages ? DESC_PAGES : 0;
    bits |= desc->useable ? DESC_AVAILABLE : 0;
    if (desc->seg_32bit)
        gdt_set(entry, desc->base_addr, desc->limit, bits);
    else
        entry[0] = entry[1] = 0;
}

void gdt_load_tls(const struct arch_proc *ap)
{
    for (unsigned int i = 0; i < TLS_SLOTS; i++)
        gdt_set_tls(gdt[GDT_TLS_FIRST + i], &ap->tls[i]);
}

/* The two forms of struct user_desc that mean: no segment at all. */
static bool user_desc_is_empty(const struct user_desc *desc)
{
    return desc->base_addr == 0 && desc->limit == 0 && desc->contents == 0 &&
           desc->read_exec_only == desc->seg_not_present && !desc->seg_32bit &&
           !desc->limit_in_pages && !desc->useable;
}

/* set_thread_area(2) refuses 16-bit and code segments. */
static bool user_desc_is_bad(const struct user_desc *desc)
{
    return !desc->seg_32bit || desc->contents > 1 || desc->seg_not_present;
}

static int tls_find_free(const struct arch_proc *ap)
{
    for (int i = 0; i < TLS_SLOTS; i++) {
        if (!ap->tls[i].seg_32bit)
            return i;
    }
    return -ESRCH;
}

int arch_set_tls(struct arch_proc *ap, struct user_desc *desc)
{
    bool is_empty = user_desc_is_empty(desc);
    int slot = (int)desc->entry_number - GDT_TLS_FIRST;

    if (!is_empty && user_desc_is_bad(desc))
        return -EINVAL;
    if (desc->entry_number == (unsigned int)-1 && (slot = tls_find_free(ap)) < 0)
        return slot;
    if (slot < 0 || slot >= TLS_SLOTS)
        return -EINVAL;
    desc->entry_number = (unsigned int)slot + GDT_TLS_FIRST;
    ap->tls[slot] = *desc;
    ap->tls[slot].limit &= LIMIT_ALL;
    if (ap == arch_running)
        gdt_load_tls(ap);
    return 0;
}

int arch_get_tls(struct arch_proc *ap, struct user_desc *desc)
{
    int slot = (int)desc->entry_number - GDT_TLS_FIRST;

    if (slot < 0 || slot >= TLS_SLOTS)
        return -EINVAL;
    if (ap->tls[slot].seg_32bit)
        *desc = ap->tls[slot];
    else
        *desc = (struct user_desc){ .entry_number = desc->entry_number,
                                    .read_exec_only = 1, .seg_not_present = 1 };
    return 0;
}
