/* SPDX-License-Identifier: MIT */
/*
 * Page directories of programs: two levels of tables of 1,024 entries, and the
 * translations that the CPU remembers of the one in force.
 *
 * Called by mm/ through arch.h.  Owns which directory is loaded.  Invariant: a
 * directory's kernel half equals the kernel's own; a loaded directory is
 * never freed.  User pages are never global, so loading CR3 forgets them all.
 * Read next: mm/space.c.
 */
#include "lib/panic.h"
#include "lib/string.h"
#include "mm/frame.h"
#include "mm/kmalloc.h"
#include "x86/cpu.h"
#include "x86/paging.h"

/* From this many pages on it costs less to forget everything. */
#define TLB_FLUSH_PAGES_MAX 16u

#define KERNEL_FIRST PTE_DIRECTORY_INDEX(DIRECT_MAP_BASE)

static struct kind table_kind = { .name = "page-table", .size = PAGE_SIZE };
static paddr_t loaded_directory; /* 0: the kernel's own, since boot */

paddr_t pgdir_alloc(void)
{
    const pte_t *kernel = frame_to_virt(paging_kernel_directory());
    paddr_t directory = frame_alloc();

    if (!directory)
        return 0;
    pte_t *entries = frame_to_virt(directory);
    memset(entries, 0, KERNEL_FIRST * sizeof(pte_t));
    memcpy(entries + KERNEL_FIRST, kernel + KERNEL_FIRST,
           (PTE_PER_TABLE - KERNEL_FIRST) * sizeof(pte_t));
    table_kind.live++;
    return directory;
}

static void table_free(pte_t *slot)
{
    frame_put(pte_frame(*slot));
    *slot = 0;
    table_kind.live--;
}

void pgdir_free(paddr_t directory)
{
    pte_t *entries = frame_to_virt(directory);

    /* SUBTLE(borrowed-space): the CPU may not stand on what is given away. */
    if (directory == loaded_directory)
        pgdir_load(paging_kernel_directory());
    for (unsigned int i = 0; i < KERNEL_FIRST; i++) {
        if (entries[i])
            table_free(&entries[i]);
    }
    frame_put(directory);
    table_kind.live--;
}

void pgdir_load(paddr_t directory)
{
    if (directory == loaded_directory)
        return;
    loaded_directory = directory;
    cr3_write(directory);
}

pte_t *pgdir_entry(paddr_t directory, uaddr_t addr)
{
    pte_t slot = ((pte_t *)frame_to_virt(directory))[PTE_DIRECTORY_INDEX(addr)];

    if (!slot)
        return NULL;
    return (pte_t *)frame_to_virt(pte_frame(slot)) + PTE_TABLE_INDEX(addr);
}

pte_t *pgdir_entry_make(paddr_t directory, uaddr_t addr)
{
    pte_t *slot = (pte_t *)frame_to_virt(directory) + PTE_DIRECTORY_INDEX(addr);

    if (!*slot) {
        paddr_t table = frame_alloc_zeroed();

        if (!table)
            return NULL;
        *slot = table | PTE_PRESENT | PTE_WRITABLE | PTE_USER;
        table_kind.live++;
    }
    return pgdir_entry(directory, addr);
}

pte_t *pgdir_next_held(paddr_t directory, uaddr_t *addr, uaddr_t end)
{
    while (*addr < end) {
        pte_t *entry = pgdir_entry(directory, *addr);

        if (entry && pte_is_held(*entry))
            return entry;
        *addr = entry ? *addr + PAGE_SIZE
                      : ROUND_DOWN(*addr, PTE_TABLE_BYTES) + PTE_TABLE_BYTES;
    }
    return NULL;
}

void pgdir_free_tables(paddr_t directory, uaddr_t start, uaddr_t end)
{
    pte_t *entries = frame_to_virt(directory);
    unsigned int stop = PTE_DIRECTORY_INDEX(end);
    bool is_freed = false;

    ASSERT(end <= DIRECT_MAP_BASE);
    for (unsigned int i = DIV_UP(start, PTE_TABLE_BYTES); i < stop; i++) {
        if (entries[i]) {
            table_free(&entries[i]);
            is_freed = true;
        }
    }
    /* The CPU may remember the directory's entries as well. */
    if (is_freed && directory == loaded_directory)
        cr3_write(directory);
}

void pgdir_flush(paddr_t directory, uaddr_t start, uaddr_t end)
{
    if (directory != loaded_directory)
        return;
    if (end - start > TLB_FLUSH_PAGES_MAX * PAGE_SIZE) {
        cr3_write(directory);
        return;
    }
    for (uaddr_t addr = start; addr < end; addr += PAGE_SIZE)
        page_invalidate(addr);
}
