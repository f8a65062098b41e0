/* SPDX-License-Identifier: MIT */
/*
 * Lists of supplementary groups: made by setgroups(2), shared by fork, searched
 * where access is decided.
 *
 * There may be 65,536 of them, so they lie in frames, as many as are needed; a
 * login sets them once, and all its processes have that one list.
 * Called in process context.  Owns the frames.
 * Read next: fs/cred.c.
 */
#include "fs/cred.h"
#include "lib/refs.h"
#include "mm/kmalloc.h"
#include "proc/sleep.h"

/* Of the steps 1, 4, 13, ... (each three times the last and one) the largest that
 * a full list can use. */
#define SORT_STEP 29524u

static KIND_DEFINE(grouplist_kind, "grouplist", struct grouplist);

struct grouplist *grouplist_alloc(unsigned int count)
{
    struct grouplist *list = kind_alloc(&grouplist_kind);
    if (!list)
        return NULL;
    list->refs = 1;
    for (unsigned int i = 0; i < DIV_UP(count, GROUPS_PER_PAGE); i++) {
        list->pages[i] = kmalloc(PAGE_SIZE);
        if (!list->pages[i]) {
            grouplist_put(list);
            return NULL;
        }
    }
    return list;
}

void grouplist_put(struct grouplist *list)
{
    if (!REFS_PUT(list))
        return;
    for (unsigned int i = 0; i < ARRAY_LEN(list->pages); i++)
        kind_free(list->pages[i]);
    kind_free(list);
}

/* Shell's sort: insertion over ever smaller steps, so that none has far to go. */
void grouplist_sort(struct grouplist *list, unsigned int count)
{
    for (unsigned int step = SORT_STEP; step > 0; step /= 3) {
        for (unsigned int i = step; i < count; i++) {
            gid_t gid = *grouplist_at(list, i);
            unsigned int to = i;
            for (; to >= step && *grouplist_at(list, to - step) > gid; to -= step)
                *grouplist_at(list, to) = *grouplist_at(list, to - step);
            *grouplist_at(list, to) = gid;
        }
        preempt_point();
    }
}
