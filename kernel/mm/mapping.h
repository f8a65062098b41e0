/* SPDX-License-Identifier: MIT */
/*
 * What the files of mm/ that make up an address space share among themselves:
 * space.c (life and death), mapping.c (the list) and pagefault.c (the pages).
 */
#ifndef MM_MAPPING_H
#define MM_MAPPING_H

#include <asm/mman.h>

#include "mm/space.h"

#define PROT_ANY (PROT_READ | PROT_WRITE | PROT_EXEC)

static inline bool mapping_is_shared(const struct mapping *m)
{
    return m->flags & MAP_SHARED;
}

static inline unsigned int mapping_pages(const struct mapping *m)
{
    return (m->end - m->start) >> PAGE_SHIFT;
}

/* A mapping like FROM, with its own reference to the backing object, on no list.
 * Returns: NULL without memory. */
struct mapping *mapping_copy(const struct mapping *from) MUST_CHECK;
/* Frees M, which is on no list and has no pages any more. */
void mapping_free(struct mapping *m);
/* Drops the pages that SPACE holds in [START, END). The caller flushes. */
void mapping_drop_pages(struct space *space, uaddr_t start, uaddr_t end);

/* The mapping that LINK belongs to, as M->link.next or .prev; NULL at the end. */
struct mapping *mapping_of(struct space *space, struct list *link);

/* Whether SPACE's limits let LEN more bytes be mapped as KIND is. */
bool mapping_is_within_limits(struct space *space, const struct mapping *kind,
                              size_t len);

/* The first mapping that ends above ADDR, or NULL. */
struct mapping *mapping_find_from(struct space *space, uaddr_t addr);

#endif
