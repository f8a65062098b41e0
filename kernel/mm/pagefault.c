/* SPDX-License-Identifier: MIT */
/*
 * How pages come: at the first touch, by copy on write, by a stack that grows.
 *
 * Called by x86/trap.c for a program's page fault and for the kernel's own in
 * usercopy, and by space_read and space_poke for memory of any process.  It
 * decides and repairs; what is to become of the program (a signal, a victim)
 * is trap.c's business, which acts on the verdict.  Invariant: a private page
 * is writable only if its frame has no other holder.
 * Read next: mm/usercopy.c.
 */

#include "debug/failnth.h"
#include "lib/string.h"
#include "mm/frame.h"
#include "mm/mapping.h"

/* A growing stack keeps this distance from the mapping below it, so that an
 * overflow meets a hole and not somebody's data. */
#define STACK_GUARD_BYTES (1u << 20)

static paddr_t fault_alloc(unsigned int access)
{
    return access & FAULT_RESERVE ? frame_alloc_reserve() : frame_alloc();
}

/* The mapping that ADDR is in; or a stack, moved down to it where that may be. */
static struct mapping *fault_find_mapping(struct space *space, uaddr_t addr)
{
    uaddr_t start = ROUND_DOWN(addr, PAGE_SIZE);
    struct mapping *m = mapping_find_from(space, addr);

    if (!m || m->start <= addr)
        return m;
    if (!(m->flags & MAP_GROWSDOWN) || addr < USER_START ||
        m->end - start > space->limits.stack_bytes ||
        !mapping_is_within_limits(m, m->start - start))
        return NULL;
    struct mapping *below = mapping_of(space, m->link.prev);
    if (below && start - below->end < STACK_GUARD_BYTES)
        return NULL;
    space->mapped += (m->start - start) >> PAGE_SHIFT;
    space->mapped_peak = MAX(space->mapped_peak, space->mapped);
    m->start = start;
    return m;
}

/* The frame for a page of M that was never touched: a file's own, if it has one. */
static enum fault_verdict fault_first_frame(struct mapping *m, uaddr_t addr,
                                            unsigned int access, paddr_t *frame)
{
    uint32_t index = m->page_offset + ((addr - m->start) >> PAGE_SHIFT);

    if (!m->backing) {
        *frame = fault_alloc(access);
        if (!*frame)
            return FAULT_NO_MEMORY;
        memset(frame_to_virt(*frame), 0, PAGE_SIZE);
        return FAULT_OK;
    }
    int error = m->backing->ops->frame(m->backing, index, frame);
    if (error < 0)
        return error == -ENOMEM ? FAULT_NO_MEMORY : FAULT_BUS;
    if (mapping_is_shared(m) && access & FAULT_WRITE)
        m->backing->ops->dirty(m->backing);
    return FAULT_OK;
}

/*
 * A write to a page that is there and not writable. The last holder of a frame
 * gets it as it is; any other gets a copy.
 */
static enum fault_verdict fault_copy_on_write(struct space *space,
                                              struct mapping *m, uaddr_t addr,
                                              pte_t *entry, unsigned int access)
{
    paddr_t frame = pte_frame(*entry);

    if (!mapping_is_shared(m) && frame_refs(frame) > 1) {
        paddr_t copy = fault_alloc(access);

        if (!copy)
            return FAULT_NO_MEMORY;
        memcpy(frame_to_virt(copy), frame_to_virt(frame), PAGE_SIZE);
        frame_put(frame);
        frame = copy;
    }
    *entry = pte_make(frame, m->prot & PROT_ANY, m->prot & PROT_WRITE);
    space_flush(space, addr, addr + PAGE_SIZE);
    return FAULT_OK;
}

/* First touch: finds the frame and enters it. A private mapping shows a file's own
 * frame until it is written to, be it at once. */
static enum fault_verdict fault_first_touch(struct space *space,
                                            struct mapping *m, uaddr_t addr,
                                            unsigned int access)
{
    bool is_files_own = m->backing && !mapping_is_shared(m);
    pte_t *entry = pgdir_entry_make(space->directory, addr);
    paddr_t frame;

    if (!entry)
        return FAULT_NO_MEMORY;
    enum fault_verdict verdict = fault_first_frame(m, addr, access, &frame);
    if (verdict != FAULT_OK)
        return verdict;
    *entry = pte_make(frame, m->prot & PROT_ANY,
                      m->prot & PROT_WRITE && !is_files_own);
    space->resident++;
    space->resident_peak = MAX(space->resident_peak, space->resident);
    if (is_files_own && access & FAULT_WRITE)
        return fault_copy_on_write(space, m, addr, entry, access);
    return FAULT_OK;
}

/* Brings the page at ADDR, whatever M's rights say. */
static enum fault_verdict fault_bring(struct space *space, struct mapping *m,
                                      uaddr_t addr, unsigned int access)
{
    pte_t *entry = pgdir_entry(space->directory, addr);

    addr = ROUND_DOWN(addr, PAGE_SIZE);
    if (!entry || !pte_is_held(*entry))
        return fault_first_touch(space, m, addr, access);
    if (access & FAULT_WRITE && !pte_is_writable(*entry))
        return fault_copy_on_write(space, m, addr, entry, access);
    space_flush(space, addr, addr + PAGE_SIZE); /* an outdated translation */
    return FAULT_OK;
}

enum fault_verdict space_fault(struct space *space, uaddr_t addr,
                               unsigned int access)
{
    struct mapping *m = fault_find_mapping(space, addr);

    if (!m)
        return FAULT_MAPERR;
    if (!(m->prot & (access & FAULT_WRITE ? PROT_WRITE : PROT_ANY)))
        return FAULT_ACCERR;
    fail_hold(true); /* a program's own page is no call that could fail */
    enum fault_verdict verdict = fault_bring(space, m, addr, access);
    fail_hold(false);
    return verdict;
}

/*
 * The kernel's address of the user byte ADDR of any space, for reading or (with
 * FAULT_WRITE) for writing. Returns: NULL where there is none.
 */
static char *space_reach(struct space *space, uaddr_t addr, unsigned int access)
{
    struct mapping *m = fault_find_mapping(space, addr);

    /* What others see, too, is not written against the mapping's rights. */
    bool is_refused = m && access & FAULT_WRITE && mapping_is_shared(m) &&
                      !(m->prot & PROT_WRITE);
    if (!m || is_refused || fault_bring(space, m, addr, access) != FAULT_OK)
        return NULL;
    pte_t *entry = pgdir_entry(space->directory, addr);
    return (char *)frame_to_virt(pte_frame(*entry)) + addr % PAGE_SIZE;
}

/* Copies between BUF and the memory of SPACE, page by page. */
static size_t space_copy_bytes(struct space *space, uaddr_t addr, char *buf,
                               size_t len, unsigned int access)
{
    size_t done = 0;

    while (done < len) {
        char *page = space_reach(space, addr + done, access);
        size_t part = MIN(len - done, PAGE_SIZE - (addr + done) % PAGE_SIZE);

        if (!page)
            break;
        if (!(access & FAULT_WRITE))
            memcpy(buf + done, page, part);
        else if (buf)
            memcpy(page, buf + done, part);
        else
            memset(page, 0, part);
        done += part;
    }
    return done;
}

size_t space_read(struct space *space, uaddr_t addr, void *to, size_t len)
{
    return space_copy_bytes(space, addr, to, len, 0);
}

size_t space_poke(struct space *space, uaddr_t addr, const void *from,
                  size_t len)
{
    return space_copy_bytes(space, addr, (char *)from, len, FAULT_WRITE);
}
