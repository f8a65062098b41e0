/* SPDX-License-Identifier: MIT */
/*
 * What the files of mm/ that make up an address space share among themselves:
 * space.c (life and death), mapping.c (the list), the calls that change a range of
 * it (protect.c, advise.c, remap.c) and pagefault.c (the pages).
 */
#pragma once

#include <asm/mman.h>

#include "mm/space.h"

#define PROT_ANY (PROT_READ | PROT_WRITE | PROT_EXEC)

/* Flags of a mapping besides MAP_*, in bits that mmap(2) does not use. */
#define MAPPING_READ_ONLY (1 << 24) /* of a file that was not opened to write */
#define MAPPING_DONTFORK (1 << 25)
#define MAPPING_WIPEONFORK (1 << 26)
/* All that mmap(2) itself defines; and what of space_map's flags a mapping keeps. */
#define MAPPING_USER_FLAGS ((1 << 24) - 1)
#define MAPPING_KEPT \
    (MAP_SHARED | MAP_PRIVATE | MAP_GROWSDOWN | MAP_LOCKED | MAPPING_READ_ONLY)

/* sysctl vm.max_map_count: more mappings than that are -ENOMEM. */
#define MAPPINGS_MAX 65530u

static inline bool mapping_is_shared(const struct mapping *m)
{
    return m->flags & MAP_SHARED;
}

static inline unsigned int mapping_pages(const struct mapping *m)
{
    return (m->end - m->start) >> PAGE_SHIFT;
}

/* A mapping like FROM, with its own reference to the backing object, not yet on its
 * space's list. Returns: NULL without memory. */
struct mapping *mapping_copy(const struct mapping *from) MUST_CHECK;
/* Puts M into its space, which has room for it; and only onto the list, before the
 * link ABOVE, and into the tree. */
void mapping_insert(struct mapping *m);
void mapping_enter(struct mapping *m, struct list *above);
/* Cuts what spans START or END there. Errors: -ENOMEM. */
int mapping_split_range(struct space *space, uaddr_t start,
                        uaddr_t end) MUST_CHECK;
/* Joins alike neighbours in [START, END] and at its two ends. */
void mapping_join_range(struct space *space, uaddr_t start, uaddr_t end);
/* Frees M, which is on no list and has no pages any more. */
void mapping_free(struct mapping *m);
/* Drops the pages that SPACE holds in [START, END). */
void mapping_drop_pages(struct space *space, uaddr_t start, uaddr_t end);

/* The mapping that LINK belongs to, as M->link.next or .prev; NULL at the end. */
struct mapping *mapping_of(struct space *space, struct list *link);

/* Whether the limits of M's space let LEN more bytes be mapped there as M is. */
bool mapping_is_within_limits(const struct mapping *m, size_t len);
/* A free range of LEN bytes, at HINT if that is possible. Returns: 0 for none. */
uaddr_t range_find(struct space *space, uaddr_t hint, size_t len);
/* Whether nothing is mapped in the user addresses [START, START + LEN). */
bool range_is_free(struct space *space, uaddr_t start, size_t len);
/* Whether the LEN bytes at START are no range of user pages. */
bool range_is_bad(uaddr_t start, size_t len);

/*
 * Calls CHANGE for what is mapped in [START, END), which are page borders, with
 * mappings cut at these; those that are alike afterwards are joined. Stops at the
 * first error, and with STOPS_AT_HOLE at the first address that is not mapped.
 * Errors: CHANGE's; -ENOMEM memory, or there was a hole.
 */
struct range_change {
    int (*change)(struct mapping *m, const struct range_change *how);
    bool stops_at_hole;
    int value;               /* CHANGE's own */
};
int mapping_change_range(struct space *space, uaddr_t start, uaddr_t end,
                         const struct range_change *how) MUST_CHECK;

/* The first mapping that ends above ADDR, or NULL. */
struct mapping *mapping_find_from(struct space *space, uaddr_t addr);
