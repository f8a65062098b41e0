/* SPDX-License-Identifier: MIT */
/*
 * mprotect: other rights for what is mapped already.
 *
 * Called by sys/sys_mem.c in process context.  Invariant: a page's rights never
 * exceed its mapping's; they may be less, since writing comes by the next fault.
 * Read next: mm/pagefault.c.
 */

#include "arch.h"
#include "mm/mapping.h"

/* Gives the pages that are there already the rights of PROT. Writing comes by
 * the next fault, which knows whether the page must be copied. */
static void space_protect_pages(struct space *space, uaddr_t start, uaddr_t end,
                                int prot)
{
    uaddr_t addr = start;

    PGDIR_FOR_EACH_HELD(entry, space->directory, addr, end)
        *entry = pte_make(pte_frame(*entry), prot & PROT_ANY,
                          prot & PROT_WRITE && pte_is_writable(*entry));
    space_flush(space, start, end);
}

static int mapping_protect(struct mapping *m, const struct range_change *how)
{
    struct mapping wanted = *m;
    size_t len = m->end - m->start;

    if (how->value & PROT_WRITE && m->flags & MAPPING_READ_ONLY)
        return -EACCES;
    wanted.prot = how->value & PROT_ANY;
    /* What becomes data counts, what is data was counted: RLIMIT_DATA. */
    if (!mapping_is_within_limits(&wanted, len) && mapping_is_within_limits(m, len))
        return -ENOMEM;
    m->prot = wanted.prot;
    space_protect_pages(m->space, m->start, m->end, m->prot);
    return 0;
}

/* PROT_GROWSDOWN: the change begins where the stack that is meant begins. */
static int protect_grow_start(struct space *space, uaddr_t *start, uaddr_t end)
{
    struct mapping *m = mapping_find_from(space, *start);

    if (!m || m->start >= end)
        return -ENOMEM;
    if (!(m->flags & MAP_GROWSDOWN))
        return -EINVAL;
    *start = m->start;
    return 0;
}

int space_protect(struct space *space, uaddr_t start, size_t len, int prot)
{
    const int grows = PROT_GROWSDOWN | PROT_GROWSUP;
    /* As on Linux, what stands before a hole changes all the same. */
    struct range_change how = { mapping_protect, true, prot };
    uaddr_t end = start + ROUND_UP(len, PAGE_SIZE);
    int error = 0;

    if ((prot & grows) == grows || start % PAGE_SIZE != 0)
        return -EINVAL;
    if (len == 0)
        return 0;
    if (end <= start)
        return -ENOMEM;
    if (prot & ~(PROT_ANY | PROT_SEM | grows))
        return -EINVAL;
    if (range_is_bad(start, len))
        return -ENOMEM;
    if (prot & PROT_GROWSDOWN)
        error = protect_grow_start(space, &start, end);
    else if (prot & PROT_GROWSUP)
        error = space_find(space, start) ? -EINVAL : -ENOMEM;
    return error < 0 ? error : mapping_change_range(space, start, end, &how);
}
