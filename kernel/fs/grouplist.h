/* SPDX-License-Identifier: MIT */
/*
 * Lists of supplementary groups: getgroups(2).
 *
 * A list is in ascending order, and never changes once a process has it: who sets
 * his groups gets a new one.  So a child shares its parent's, by count.
 */
#pragma once

#include <asm/limits.h>

#include "arch.h"
#include "lib/types.h"

#define GROUPS_PER_PAGE (PAGE_SIZE / sizeof(gid_t))

struct grouplist {
    unsigned int refs;
    gid_t *pages[NGROUPS_MAX / GROUPS_PER_PAGE]; /* a frame each, or NULL */
};

/* Room for COUNT groups, at most NGROUPS_MAX, to be filled in and then sorted.
 * Returns: NULL without memory. */
struct grouplist *grouplist_alloc(unsigned int count) MUST_CHECK;
/* Context: process; others may run meanwhile. */
void grouplist_sort(struct grouplist *list, unsigned int count);

/* One more, one fewer who has it. NULL is allowed. */
void grouplist_get(struct grouplist *list);
void grouplist_put(struct grouplist *list);

/* The one at INDEX. */
static inline gid_t *grouplist_at(const struct grouplist *list,
                                  unsigned int index)
{
    return &list->pages[index / GROUPS_PER_PAGE][index % GROUPS_PER_PAGE];
}
