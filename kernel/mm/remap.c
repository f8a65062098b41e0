/* SPDX-License-Identifier: MIT */
/*
 * mremap: a mapping shrinks, grows, or moves with its pages.
 *
 * Called by sys/sys_mem.c in process context; realloc is its usual customer.
 * Everything that can fail comes first: the new mapping is reserved and the page
 * tables at the new place are made before a page moves.
 * Read next: mm/pagefault.c.
 */

#include "arch.h"
#include "lib/panic.h"
#include "mm/mapping.h"

/* What one mremap is to do; lengths are whole pages. */
struct remap {
    struct space *space;
    struct mapping *m;       /* the one that holds the old range */
    uaddr_t start;
    size_t old_len, new_len;
    int flags;
    uaddr_t to;
};

static bool remap_is_bad(const struct remap *r, uaddr_t addr)
{
    const int with_to = MREMAP_FIXED | MREMAP_DONTUNMAP;

    if (r->flags & ~(with_to | MREMAP_MAYMOVE) || addr % PAGE_SIZE != 0 ||
        range_is_bad(0, r->new_len))
        return true;
    if (r->flags & with_to && !(r->flags & MREMAP_MAYMOVE))
        return true;
    if (r->flags & MREMAP_DONTUNMAP && r->old_len != r->new_len)
        return true;
    if (r->flags & MREMAP_FIXED && r->to < USER_START)
        return true;
    return r->flags & with_to &&
           (range_is_bad(r->to, r->new_len) ||
            (r->start < r->to + r->new_len && r->to < r->start + r->old_len));
}

/* Moves the pages of LEN bytes at FROM to TO, where nothing is mapped and the
 * page tables are there. */
static void remap_pages(struct space *space, uaddr_t from, uaddr_t to,
                        size_t len)
{
    uaddr_t addr = from;

    PGDIR_FOR_EACH_HELD(entry, space->directory, addr, from + len) {
        *pgdir_entry(space->directory, addr - from + to) = *entry;
        *entry = 0;
    }
    space_flush(space, from, from + len);
}

/* Makes the page tables that remap_pages will need. Errors: -ENOMEM; those made
 * so far stay, for the space's end to free. */
static int remap_make_tables(struct space *space, uaddr_t from, uaddr_t to,
                             size_t len)
{
    for (uaddr_t addr = from;
         pgdir_next_held(space->directory, &addr, from + len);
         addr += PAGE_SIZE) {
        if (!pgdir_entry_make(space->directory, addr - from + to))
            return -ENOMEM;
    }
    return 0;
}

/* An old length of 0 makes a second mapping of a shared one, whose pages stay. */
static int remap_move(const struct remap *r)
{
    struct space *space = r->space;
    struct mapping wanted = *r->m;

    wanted.page_offset += (r->start - wanted.start) >> PAGE_SHIFT;
    wanted.start = r->to;
    wanted.end = r->to + r->new_len;
    struct mapping *m = mapping_copy(&wanted);
    if (!m)
        return -ENOMEM;
    int error = mapping_split_range(space, r->start, r->start + r->old_len);
    if (error == 0)
        error = remap_make_tables(space, r->start, r->to, r->old_len);
    if (error < 0) {
        mapping_free(m);
        return error;
    }

    /* No failure below: nothing is left to be cut. */
    remap_pages(space, r->start, r->to, r->old_len);
    mapping_insert(m);
    if (r->old_len && !(r->flags & MREMAP_DONTUNMAP))
        error = space_unmap(space, r->start, r->old_len);
    ASSERT(error == 0);
    mapping_join_range(space, r->start, r->start + r->old_len);
    mapping_join_range(space, r->to, r->to + r->new_len);
    return 0;
}

/* Whether the mapping ends with the old range, and there is room behind. */
static bool remap_may_grow(const struct remap *r)
{
    return r->old_len && r->start + r->old_len == r->m->end &&
           range_is_free(r->space, r->m->end, r->new_len - r->old_len);
}

static void remap_grow(struct remap *r)
{
    struct space *space = r->space;

    r->m->end += r->new_len - r->old_len;
    space->mapped += (r->new_len - r->old_len) >> PAGE_SHIFT;
    space->mapped_peak = MAX(space->mapped_peak, space->mapped);
    mapping_join_range(space, r->m->start, r->m->end);
}

/* Finds the mapping. Errors: -EFAULT the old range is not part of one. */
static int remap_find(struct remap *r)
{
    r->m = space_find(r->space, r->start);
    if (!r->m)
        return -EFAULT;
    if (r->old_len == 0 && !mapping_is_shared(r->m))
        return -EINVAL;
    return r->old_len > r->m->end - r->start ? -EFAULT : 0;
}

/* Cuts off what is more than the new length. Errors: -ENOMEM; -EINVAL. */
static int remap_shrink(struct remap *r)
{
    size_t more = r->old_len - r->new_len;

    if (r->old_len <= r->new_len)
        return 0;
    r->old_len = r->new_len;
    return space_unmap(r->space, r->start + r->new_len, more);
}

int space_remap(struct space *space, uaddr_t start, size_t old_len,
                size_t new_len, int flags, uaddr_t to, uaddr_t *addr)
{
    struct remap r = { .space = space, .start = start, .flags = flags, .to = to,
                       .old_len = ROUND_UP(old_len, PAGE_SIZE),
                       .new_len = ROUND_UP(new_len, PAGE_SIZE) };
    bool must_move = flags & (MREMAP_FIXED | MREMAP_DONTUNMAP);
    int error;

    if (remap_is_bad(&r, start))
        return -EINVAL;
    if (!space_find(space, start))
        return -EFAULT;
    if (flags & MREMAP_FIXED && (error = space_unmap(space, to, r.new_len)) < 0)
        return error;
    if ((error = remap_shrink(&r)) < 0)
        return error;
    *addr = start;
    if (!must_move && r.old_len == r.new_len)
        return 0;
    if ((error = remap_find(&r)) < 0)
        return error;
    if (!mapping_is_within_limits(r.m, r.new_len - r.old_len))
        return -ENOMEM;
    if (!must_move && remap_may_grow(&r)) {
        remap_grow(&r);
        return 0;
    }
    if (!(flags & MREMAP_MAYMOVE))
        return -ENOMEM;
    if (!(flags & MREMAP_FIXED))
        r.to = range_find(space, flags & MREMAP_DONTUNMAP ? to : 0, r.new_len);
    if (!r.to)
        return -ENOMEM;
    *addr = r.to;
    return remap_move(&r);
}
