/* SPDX-License-Identifier: MIT */
/*
 * The kernel's half of the address space, the same in every directory:
 *
 *     0xC0000000  direct map: all memory that we use, up to 768 MiB
 *     0xF0000000  kernel stacks (kstack.c)
 *     0xFFC00000  nothing
 *
 * Called at boot, and by kstack.c.  Owns the kernel's directory and its tables.
 * SUBTLE(kernel-half): after boot no entry of the kernel's directory changes,
 * so a copy made once (pgdir_alloc) is right for ever.  Text and rodata are
 * read-only even to the kernel.  Facts: Intel SDM 3A, 4.3.
 * Read next: x86/pgdir.c.
 */
#include "x86/paging.h"

#include "lib/panic.h"
#include "mm/frame.h"
#include "x86/boot.h"
#include "x86/cpu.h"

static uint32_t pte_global; /* PTE_GLOBAL where the CPU has it */

paddr_t paging_kernel_directory(void)
{
    return frame_from_virt(boot_directory);
}

/* The entry for ADDR, which is in a table, not a large page. */
static pte_t *kernel_entry(vaddr_t addr)
{
    pte_t table = boot_directory[PTE_DIRECTORY_INDEX(addr)];

    ASSERT(table & PTE_PRESENT && !(table & PTE_LARGE));
    return (pte_t *)frame_to_virt(pte_frame(table)) + PTE_TABLE_INDEX(addr);
}

static void kernel_set_range(const char *start, const char *end, uint32_t bits)
{
    for (vaddr_t addr = (vaddr_t)start; addr < (vaddr_t)end; addr += PAGE_SIZE)
        *kernel_entry(addr) = frame_from_virt((void *)addr) | bits;
}

/* Whether the 4 MiB at ADDR may be one large page: no border of rights or of
 * memory lies within. */
static bool may_be_large(paddr_t addr, paddr_t memory_end)
{
    return cpu_has(CPU_PSE) && addr >= frame_from_virt(kernel_end) &&
           memory_end - addr >= PTE_TABLE_BYTES;
}

/* The directory's entry for the 4 MiB from ADDR on, 0 above all memory. */
static pte_t direct_map_region(paddr_t addr, paddr_t memory_end)
{
    const uint32_t rights = PTE_PRESENT | PTE_WRITABLE;
    pte_t *table = boot_tables + (addr >> PAGE_SHIFT);

    if (addr >= memory_end)
        return 0;
    if (may_be_large(addr, memory_end))
        return addr | rights | PTE_LARGE | pte_global;
    for (unsigned int i = 0; i < PTE_PER_TABLE; i++, addr += PAGE_SIZE)
        table[i] = addr < memory_end ? addr | rights | pte_global : 0;
    return frame_from_virt(table) | rights;
}

void paging_init(void)
{
    paddr_t memory_end = boot_memory_end();

    pte_global = cpu_has(CPU_PGE) ? PTE_GLOBAL : 0;
    cr4_enable(CPU_PSE, CR4_PSE);
    for (paddr_t addr = 0; addr < DIRECT_MAP_BYTES; addr += PTE_TABLE_BYTES)
        boot_directory[PTE_DIRECTORY_INDEX(addr + DIRECT_MAP_BASE)] =
            direct_map_region(addr, memory_end);
    boot_directory[0] = 0; /* multiboot.S needed it */
    kernel_set_range(text_start, rodata_end, PTE_PRESENT | pte_global);
    *kernel_entry((vaddr_t)boot_stack_guard) = 0;
    cr3_write(paging_kernel_directory());
    cr4_enable(CPU_PGE, CR4_PGE); /* forgets all translations once more */
    cr4_enable(CPU_SMEP, CR4_SMEP);
    /* SUBTLE(cow-kernel-write): with WP the kernel's writes obey too. */
    cr0_write(cr0_read() | CR0_WP | CR0_AM);
}

void paging_release_tables(void)
{
    for (unsigned int i = 0; i < BOOT_TABLES; i++) {
        paddr_t table = frame_from_virt(boot_tables + i * PTE_PER_TABLE);
        pte_t used = boot_directory[PTE_DIRECTORY_INDEX(DIRECT_MAP_BASE) + i];

        if (pte_frame(used) != table || used & PTE_LARGE)
            frame_release_range(table, table + PAGE_SIZE);
    }
}

void paging_make_tables(vaddr_t addr, unsigned int pages)
{
    unsigned int tables = DIV_UP(pages, PTE_PER_TABLE);

    for (unsigned int i = 0; i < tables; i++) {
        paddr_t table = frame_alloc_zeroed();

        if (!table)
            panic("there is no memory for the kernel's own page tables");
        boot_directory[PTE_DIRECTORY_INDEX(addr) + i] =
            table | PTE_PRESENT | PTE_WRITABLE;
    }
}

void paging_empty(vaddr_t start, vaddr_t end)
{
    for (vaddr_t addr = start; addr < end; addr += PAGE_SIZE) {
        pte_t *entry = kernel_entry(addr);

        ASSERT(*entry);
        frame_put(pte_frame(*entry));
        *entry = 0;
        page_invalidate(addr);
    }
}

bool paging_fill(vaddr_t start, vaddr_t end)
{
    for (vaddr_t addr = start; addr < end; addr += PAGE_SIZE) {
        paddr_t frame = frame_alloc();

        if (!frame) {
            paging_empty(start, addr);
            return false;
        }
        *kernel_entry(addr) = frame | PTE_PRESENT | PTE_WRITABLE | pte_global;
    }
    return true;
}
