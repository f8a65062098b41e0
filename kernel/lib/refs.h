/* SPDX-License-Identifier: MIT */
/*
 * Objects that several hold at a time.  Each has a member refs, which counts its
 * holders: 1 for its maker, and whoever gives it up last frees it.
 *
 *     child->files = REFS_GET(parent->files);
 *
 *     void filetable_put(struct filetable *table)
 *     {
 *         if (!REFS_PUT(table))
 *             return;
 *         ... and it is freed
 */
#pragma once

#include "lib/panic.h"

/* Returns: the count then. What nobody holds is gone, and has none. */
static inline unsigned int refs_change(unsigned int *refs, int change)
{
    ASSERT(*refs > 0);
    *refs += (unsigned int)change;
    return *refs;
}

/* One more holds OBJECT, unless it is NULL. Returns: OBJECT. */
#define REFS_GET(object)                                                       \
    ({                                                                         \
        __typeof__(object) held = (object);                                    \
        if (held)                                                              \
            refs_change(&held->refs, 1);                                       \
        held;                                                                  \
    })

/* One fewer holds OBJECT, unless it is NULL. Returns: whether nobody is left. */
#define REFS_PUT(object) ((object) && refs_change(&(object)->refs, -1) == 0)

/* Puts what COPY makes of it in the place of HELD, where others hold that too, and
 * PUTs that. Returns: whether HELD is its holder's own now, which takes memory. */
#define REFS_UNSHARE(held, copy, put)                                          \
    ({                                                                         \
        __typeof__(held) own = (held)->refs > 1 ? copy(held) : REFS_GET(held); \
        if (own) {                                                             \
            put(held);                                                         \
            (held) = own;                                                      \
        }                                                                      \
        own != NULL;                                                           \
    })
