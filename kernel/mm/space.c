/* SPDX-License-Identifier: MIT */
/*
 * The life of an address space: made, copied by fork, switched to, ended.
 *
 * Called by proc/ (fork, exec, exit) and sched/core.c.  Owns struct space, its
 * mappings and its page tables.  Invariant: a frame that two page table
 * entries of private mappings hold is writable in neither.
 * Read next: mm/mapping.c (the list), mm/pagefault.c (how pages come).
 */
#include "mm/space.h"

#include "lib/refs.h"
#include "mm/frame.h"
#include "mm/kmalloc.h"
#include "mm/mapping.h"

static KIND_DEFINE(space_kind, "space", struct space);

struct space *space_alloc(void)
{
    struct space *space = kind_alloc(&space_kind);

    if (!space)
        return NULL;
    space->directory = pgdir_alloc();
    if (!space->directory) {
        kind_free(space);
        return NULL;
    }
    space->refs = 1;
    list_init(&space->mappings);
    space->gap_len = SIZE_MAX;
    space->limits = (struct space_limits){ SIZE_MAX, SIZE_MAX,
                                           STACK_LIMIT_BYTES };
    return space;
}

void space_put(struct space *space)
{
    if (!REFS_PUT(space))
        return;
    LIST_FOR_EACH_SAFE(m, &space->mappings, struct mapping, link) {
        mapping_drop_pages(space, m->start, m->end);
        list_remove(&m->link);
        mapping_free(m);
    }
    ASSERT(space->resident == 0);
    pgdir_free(space->directory);
    if (space->exe)
        space->exe->ops->run(space->exe, -1);
    kind_free(space);
}

/*
 * Lets TO hold every page of M that FROM holds. A private page becomes
 * read-only in both, and the first write in either makes a copy of it
 * (pagefault.c): copy on write.
 */
static int space_copy_pages(struct space *to, struct space *from,
                            const struct mapping *m)
{
    uaddr_t addr = m->start;

    PGDIR_FOR_EACH_HELD(entry, from->directory, addr, m->end) {
        pte_t *copy = pgdir_entry_make(to->directory, addr);

        if (!copy)
            return -1;
        if (!mapping_is_shared(m) && pte_is_writable(*entry))
            *entry = pte_make(pte_frame(*entry), true, false);
        frame_get(pte_frame(*entry));
        *copy = *entry;
        to->resident++;
    }
    return 0;
}

static int space_copy_mappings(struct space *to, struct space *from)
{
    LIST_FOR_EACH(m, &from->mappings, struct mapping, link) {
        if (m->flags & MAPPING_DONTFORK) {
            to->mapped -= mapping_pages(m);
            to->mapping_count--;
            continue;
        }
        struct mapping *copy = mapping_copy(m);
        if (!copy)
            return -1;
        copy->space = to;
        copy->flags &= ~MAP_LOCKED;
        mapping_enter(copy, &to->mappings);
        if (!(m->flags & MAPPING_WIPEONFORK) &&
            space_copy_pages(to, from, m) < 0)
            return -1;
    }
    return 0;
}

struct space *space_copy(struct space *from)
{
    struct space *to = space_alloc();

    if (!to)
        return NULL;
    paddr_t directory = to->directory;
    *to = *from; /* the break, where the program lies, how much it has mapped */
    to->directory = directory;
    to->refs = 1;
    to->resident = 0;
    to->locks_future = false;
    list_init(&to->mappings);
    to->tree = NULL;
    to->gap_len = SIZE_MAX; /* some of it may not be copied */
    if (to->exe)
        to->exe->ops->run(to->exe, 1);
    int error = space_copy_mappings(to, from);
    to->resident_peak = to->resident;
    /* SUBTLE(fork-flush): FROM lost write permissions, also if it failed. */
    space_flush(from, USER_START, USER_END);
    if (error < 0) {
        space_put(to);
        return NULL;
    }
    return to;
}

void space_switch(struct space *space)
{
    if (space)
        pgdir_load(space->directory);
}

void space_flush(struct space *space, uaddr_t start, uaddr_t end)
{
    pgdir_flush(space->directory, start, end);
}
