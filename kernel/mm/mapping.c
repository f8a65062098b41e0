/* SPDX-License-Identifier: MIT */
/*
 * The list of mappings: mmap, munmap and brk.
 *
 * Called by sys/sys_mem.c and exec, and by the files that change ranges of it.
 * Owns the list, sorted by address and without overlaps, and the tree of the same.  Invariant: page table entries hold pages only inside
 * mappings, so whoever takes a mapping away drops its pages first.  Neighbours
 * that are alike are made one, so that a heap that grows in small steps stays
 * one mapping.  Read next: mm/protect.c, then mm/pagefault.c.
 */
#include "mm/mapping.h"

#include "mm/frame.h"
#include "mm/kmalloc.h"

/* mmap without an address looks downwards from here: as on Linux, a program that
 * raises its limit finds so much room for its stack. */
#define STACK_GAP_BYTES (128u << 20)
#define MMAP_TOP (USER_END - STACK_GAP_BYTES)
#define MMAP_BOTTOM 0x00010000u

static KIND_DEFINE(mapping_kind, "mapping", struct mapping);

struct mapping *mapping_copy(const struct mapping *from)
{
    struct mapping *m = kind_alloc(&mapping_kind);

    if (!m)
        return NULL;
    *m = *from;
    list_init(&m->link);
    if (m->backing) {
        m->backing->ops->hold(m->backing, 1);
        list_add_tail(&m->backing->mappings, &m->backing_link);
    }
    return m;
}

void mapping_free(struct mapping *m)
{
    if (m->backing) {
        list_remove(&m->backing_link);
        m->backing->ops->hold(m->backing, -1);
    }
    kind_free(m);
}

void mapping_drop_pages(struct space *space, uaddr_t start, uaddr_t end)
{
    uaddr_t addr = start;

    PGDIR_FOR_EACH_HELD(entry, space->directory, addr, end) {
        frame_put(pte_frame(*entry));
        *entry = 0;
        space->resident--;
    }
    space_flush(space, start, end);
}

struct mapping *mapping_of(struct space *space, struct list *link)
{
    return link != &space->mappings ? LIST_ENTRY(link, struct mapping, link)
                                    : NULL;
}

struct mapping *mapping_find_from(struct space *space, uaddr_t addr)
{
    struct tree *node = space->tree;
    struct mapping *found = NULL;

    while (node) {
        struct mapping *m = LIST_ENTRY(node, struct mapping, node);
        if (m->end > addr)
            found = m;
        node = m->end > addr ? node->left : node->right;
    }
    return found;
}

static bool mapping_is_below(const struct tree *a, const struct tree *b)
{
    return LIST_ENTRY(a, struct mapping, node)->start <
           LIST_ENTRY(b, struct mapping, node)->start;
}

void mapping_enter(struct mapping *m, struct list *above)
{
    list_add_before(above, &m->link);
    tree_insert(&m->space->tree, &m->node, mapping_is_below);
}

/* Takes M, which has no pages any more, off the list and frees it. */
static void mapping_remove(struct mapping *m)
{
    m->space->mapping_count--;
    list_remove(&m->link);
    tree_remove(&m->space->tree, &m->node, mapping_is_below);
    mapping_free(m);
}

struct mapping *space_find(struct space *space, uaddr_t addr)
{
    struct mapping *m = mapping_find_from(space, addr);

    return m && m->start <= addr ? m : NULL;
}

bool range_is_bad(uaddr_t start, size_t len)
{
    return start % PAGE_SIZE != 0 || len == 0 || len > USER_END ||
           start > USER_END - ROUND_UP(len, PAGE_SIZE);
}

bool range_is_free(struct space *space, uaddr_t start, size_t len)
{
    struct mapping *m = mapping_find_from(space, start);

    return start >= USER_START && start <= USER_END - len &&
           (!m || m->start >= start + len);
}

/* The highest gap of LEN bytes below MMAP_TOP. Returns: 0 for none. */
static uaddr_t range_find_gap(struct space *space, size_t len)
{
    uaddr_t top = len >= space->gap_len ? space->gap_top : MMAP_TOP;
    struct mapping *m = mapping_find_from(space, top);

    if (!m)
        m = mapping_of(space, space->mappings.prev);
    for (; m; m = mapping_of(space, m->link.prev)) {
        if (m->end < top && top - m->end >= len)
            break;
        top = MIN(top, m->start);
    }
    space->gap_top = top;
    space->gap_len = len;
    return top >= len && top - len >= MMAP_BOTTOM ? top - len : 0;
}

/* Whether B, which begins where A ends, only continues A. */
static bool mapping_continues(const struct mapping *a, const struct mapping *b)
{
    if (a->end != b->start || a->prot != b->prot || a->flags != b->flags ||
        a->backing != b->backing)
        return false;
    return !a->backing || a->page_offset + mapping_pages(a) == b->page_offset;
}

void mapping_join_range(struct space *space, uaddr_t start, uaddr_t end)
{
    struct mapping *m = mapping_find_from(space, start - 1);
    struct mapping *next;

    while (m && m->start < end && (next = mapping_of(space, m->link.next))) {
        if (mapping_continues(m, next)) {
            m->end = next->end;
            mapping_remove(next);
        } else {
            m = next;
        }
    }
}

/* Cuts the mapping that spans ADDR in two. Errors: -ENOMEM. */
static int mapping_split_at(struct space *space, uaddr_t addr)
{
    struct mapping *m = space_find(space, addr);

    if (!m || m->start == addr)
        return 0;
    if (space->mapping_count >= MAPPINGS_MAX)
        return -ENOMEM;
    struct mapping *upper = mapping_copy(m);
    if (!upper)
        return -ENOMEM;
    space->mapping_count++;
    upper->page_offset += (addr - m->start) >> PAGE_SHIFT;
    upper->start = addr;
    m->end = addr;
    mapping_enter(upper, m->link.next);
    return 0;
}

int mapping_split_range(struct space *space, uaddr_t start, uaddr_t end)
{
    int error = mapping_split_at(space, start);

    return error < 0 ? error : mapping_split_at(space, end);
}

int mapping_change_range(struct space *space, uaddr_t start, uaddr_t end,
                         const struct range_change *how)
{
    int error = mapping_split_range(space, start, end);
    uaddr_t at = start;
    bool has_hole = false;

    for (struct mapping *m = mapping_find_from(space, start);
         error == 0 && m && m->start < end; m = mapping_of(space, m->link.next)) {
        has_hole |= m->start > at;
        if (has_hole && how->stops_at_hole)
            break;
        error = how->change(m, how);
        at = m->end;
    }
    mapping_join_range(space, start, end);
    return error == 0 && (has_hole || at < end) ? -ENOMEM : error;
}

/* A gap has come around [START, END): page tables serve no mapping there any more. */
static void mapping_leave_gap(struct space *space, uaddr_t start, uaddr_t end)
{
    struct mapping *above = mapping_find_from(space, start);
    struct mapping *below = mapping_of(
        space, above ? above->link.prev : space->mappings.prev);

    start = below ? below->end : 0;
    end = above ? above->start : USER_END;
    space->gap_top = MAX(space->gap_top, MIN(end, MMAP_TOP));
    pgdir_free_tables(space->directory, start, end);
}

int space_unmap(struct space *space, uaddr_t start, size_t len)
{
    if (range_is_bad(start, len))
        return -EINVAL;
    uaddr_t end = start + ROUND_UP(len, PAGE_SIZE);
    if (range_is_free(space, start, end - start))
        return 0;
    int error = mapping_split_range(space, start, end);
    if (error < 0)
        return error;

    /* No failure below. */
    mapping_drop_pages(space, start, end);
    for (struct mapping *m = mapping_find_from(space, start);
         m && m->start < end; m = mapping_find_from(space, start)) {
        space->mapped -= mapping_pages(m);
        mapping_remove(m);
    }
    mapping_leave_gap(space, start, end);
    return 0;
}

uaddr_t range_find(struct space *space, uaddr_t hint, size_t len)
{
    hint = ROUND_DOWN(hint, PAGE_SIZE);
    return hint >= MMAP_BOTTOM && range_is_free(space, hint, len)
               ? hint
               : range_find_gap(space, len);
}

/* Chooses where a mapping of LEN bytes goes. */
static int space_choose(struct space *space, uaddr_t hint, size_t len, int flags,
                        uaddr_t *addr)
{
    *addr = hint;
    if (!(flags & (MAP_FIXED | MAP_FIXED_NOREPLACE)))
        *addr = range_find(space, hint, len);
    else if (range_is_bad(hint, len))
        return hint > USER_END - len ? -ENOMEM : -EINVAL;
    else if (hint < USER_START)
        return -EPERM;
    else if (flags & MAP_FIXED_NOREPLACE && !range_is_free(space, hint, len))
        return -EEXIST;
    return *addr ? 0 : -ENOMEM;
}

void mapping_insert(struct mapping *m)
{
    struct space *space = m->space;
    struct mapping *above = mapping_find_from(space, m->start);

    mapping_enter(m, above ? &above->link : &space->mappings);
    space->mapping_count++;
    space->mapped += mapping_pages(m);
    space->mapped_peak = MAX(space->mapped_peak, space->mapped);
}

/* What counts for RLIMIT_DATA: getrlimit(2). */
static bool mapping_is_data(const struct mapping *m)
{
    return m->prot & PROT_WRITE && !mapping_is_shared(m) &&
           !(m->flags & MAP_GROWSDOWN);
}

bool mapping_is_within_limits(const struct mapping *m, size_t len)
{
    const struct space *space = m->space;
    const struct space_limits *limits = &space->limits;
    size_t data = len;

    if (len > limits->mapped_bytes ||
        space->mapped > (limits->mapped_bytes - len) >> PAGE_SHIFT)
        return false;
    if (limits->data_bytes >= USER_END || !mapping_is_data(m))
        return true;
    LIST_FOR_EACH(other, &space->mappings, struct mapping, link)
        data += mapping_is_data(other) ? other->end - other->start : 0;
    return data <= limits->data_bytes;
}

int space_map(struct space *space, uaddr_t hint, size_t len, int prot,
              int flags, struct backing *backing, uint32_t page_offset,
              uaddr_t *addr)
{
    struct mapping wanted = { .space = space, .prot = prot & PROT_ANY,
                              .flags = flags & MAPPING_KEPT,
                              .backing = backing,
                              .page_offset = backing ? page_offset : 0 };

    if (len == 0)
        return -EINVAL;
    if (len > USER_END || space->mapping_count > MAPPINGS_MAX)
        return -ENOMEM;
    len = ROUND_UP(len, PAGE_SIZE);
    int error = space_choose(space, hint, len, flags, &wanted.start);
    if (error < 0)
        return error;
    if (!mapping_is_within_limits(&wanted, len))
        return -ENOMEM;
    wanted.end = wanted.start + len;
    wanted.flags |= space->locks_future ? MAP_LOCKED : 0;
    struct mapping *m = mapping_copy(&wanted);
    if (!m)
        return -ENOMEM;
    if (flags & MAP_FIXED)
        error = space_unmap(space, m->start, len);
    if (error < 0) {
        mapping_free(m);
        return error;
    }

    /* No failure below. */
    *addr = m->start;
    mapping_insert(m);
    mapping_join_range(space, *addr, *addr + len);
    return 0;
}

uaddr_t space_brk(struct space *space, uaddr_t end)
{
    uaddr_t now = ROUND_UP(space->brk, PAGE_SIZE);
    uaddr_t addr;

    if (end < space->brk_start || end > MMAP_TOP)
        return space->brk;
    uaddr_t wanted = ROUND_UP(end, PAGE_SIZE);
    /* A page stays free above the heap. */
    if (wanted > now &&
        (!range_is_free(space, now, wanted + PAGE_SIZE - now) ||
         space_map(space, now, wanted - now, PROT_READ | PROT_WRITE,
                   MAP_PRIVATE | MAP_FIXED, NULL, 0, &addr) < 0))
        return space->brk;
    if (wanted < now && space_unmap(space, wanted, now - wanted) < 0)
        return space->brk;
    space->brk = end;
    return end;
}

void backing_truncate(struct backing *backing, uint32_t first)
{
    LIST_FOR_EACH(m, &backing->mappings, struct mapping, backing_link) {
        uint32_t skipped = first > m->page_offset ? first - m->page_offset : 0;

        if (skipped < mapping_pages(m))
            mapping_drop_pages(m->space, m->start + skipped * PAGE_SIZE, m->end);
    }
}
