/* SPDX-License-Identifier: MIT */
/*
 * What a program may say about its memory, and ask: madvise, mlock, msync,
 * mincore.
 *
 * There is no disk to read from or swap to: most advice needs nothing done, every
 * page that is there stays, and a shared file is always in step with its mappings,
 * for they are the same frames.  What is left are promises about contents (zeros
 * after MADV_DONTNEED) and about fork, and that all this is checked.
 * Called by sys/sys_mem.c in process context.  Read next: mm/remap.c.
 */

#include "arch.h"
#include "mm/mapping.h"

/* ---- Advice ------------------------------------------------------------------ */

static int advise_forget(struct mapping *m, const struct range_change *how)
{
    (void)how;
    if (m->flags & MAP_LOCKED)
        return -EINVAL;
    mapping_drop_pages(m->space, m->start, m->end);
    return 0;
}

static int advise_fork(struct mapping *m, const struct range_change *how)
{
    bool is_about_contents = how->value >= MADV_WIPEONFORK;
    int flag = is_about_contents ? MAPPING_WIPEONFORK : MAPPING_DONTFORK;

    if (how->value == MADV_WIPEONFORK && m->backing)
        return -EINVAL;
    if (how->value == MADV_DOFORK || how->value == MADV_KEEPONFORK)
        m->flags &= ~flag;
    else
        m->flags |= flag;
    return 0;
}

/* The pages may be taken away when memory is short; they are not. */
static int advise_free(struct mapping *m, const struct range_change *how)
{
    (void)how;
    return m->flags & MAP_LOCKED || m->backing ? -EINVAL : 0;
}

static int advise_nothing(struct mapping *m, const struct range_change *how)
{
    (void)m, (void)how;
    return 0;
}

static int (*const advices[])(struct mapping *, const struct range_change *) = {
    [MADV_NORMAL ... MADV_WILLNEED] = advise_nothing,
    [MADV_DONTNEED] = advise_forget,
    [MADV_FREE] = advise_free,
    [MADV_DONTFORK ... MADV_DOFORK] = advise_fork,
    [MADV_MERGEABLE ... MADV_DODUMP] = advise_nothing,
    [MADV_WIPEONFORK ... MADV_KEEPONFORK] = advise_fork,
    [MADV_COLD ... MADV_PAGEOUT] = advise_nothing,
};

int space_advise(struct space *space, uaddr_t start, size_t len, int advice)
{
    struct range_change how = { .value = advice };
    uaddr_t end = start + ROUND_UP(len, PAGE_SIZE);

    if ((unsigned int)advice >= ARRAY_LEN(advices) || !advices[advice] ||
        start % PAGE_SIZE != 0 || end < start || (len && end == start))
        return -EINVAL;
    how.change = advices[advice];
    return end == start ? 0 : mapping_change_range(space, start, end, &how);
}

/* ---- Locking ----------------------------------------------------------------- */

static int mapping_lock(struct mapping *m, const struct range_change *how)
{
    m->flags = how->value ? m->flags | MAP_LOCKED : m->flags & ~MAP_LOCKED;
    return 0;
}

int space_lock(struct space *space, uaddr_t start, uaddr_t end, bool is_locked,
               bool on_fault)
{
    struct range_change how = { mapping_lock, true, is_locked };
    int error = mapping_change_range(space, start, end, &how);

    if (error < 0 || !is_locked || on_fault)
        return error;
    for (struct mapping *m = mapping_find_from(space, start);
         error == 0 && m && m->start < end; m = mapping_of(space, m->link.next))
        error = space_populate(space, MAX(start, m->start), MIN(end, m->end),
                               m->prot & PROT_WRITE && !mapping_is_shared(m));
    return error;
}

void space_lock_all(struct space *space, bool is_locked, bool on_fault)
{
    uaddr_t at = 0;
    struct mapping *m;

    while ((m = mapping_find_from(space, at))) {
        at = m->end; /* it may be joined with others: not seen again */
        (void)!space_lock(space, m->start, at, is_locked, on_fault);
    }
}

unsigned int space_count_locked(const struct space *space)
{
    unsigned int count = 0;

    LIST_FOR_EACH(m, &space->mappings, struct mapping, link)
        count += m->flags & MAP_LOCKED ? mapping_pages(m) : 0;
    return count;
}

int space_populate(struct space *space, uaddr_t start, uaddr_t end, bool is_write)
{
    for (uaddr_t addr = start; addr < end; addr += PAGE_SIZE) {
        pte_t *entry = pgdir_entry(space->directory, addr);

        if (entry && pte_is_held(*entry) && !is_write)
            continue;
        enum fault_verdict verdict =
            space_fault(space, addr, is_write ? FAULT_WRITE : 0);
        if (verdict != FAULT_OK)
            return verdict == FAULT_NO_MEMORY ? -EAGAIN : -ENOMEM;
        irq_let_in();
    }
    return 0;
}

/* ---- Questions --------------------------------------------------------------- */

static int mapping_sync(struct mapping *m, const struct range_change *how)
{
    return how->value & MS_INVALIDATE && m->flags & MAP_LOCKED ? -EBUSY : 0;
}

int space_sync(struct space *space, uaddr_t start, uaddr_t end, int flags)
{
    struct range_change how = { .change = mapping_sync, .value = flags };

    return end == start ? 0 : mapping_change_range(space, start, end, &how);
}

bool space_is_resident(struct space *space, uaddr_t addr)
{
    pte_t *entry = pgdir_entry(space->directory, addr);

    return (entry && pte_is_held(*entry)) || space_find(space, addr)->backing;
}
