/* SPDX-License-Identifier: MIT */
/*
 * Priority queues: whoever has the smallest key is first.
 *
 * Intrusive, as lists are: an object embeds a struct heap_node, and LIST_ENTRY goes
 * back from the node to the object.  Adding, removing and looking at the first cost at
 * most a number of steps in proportion to the logarithm of how many there are.
 */
#pragma once

#include "lib/types.h"

/*
 * A key is a virtual time: one is smaller than another if it lies before it, the
 * clock's turning over included.  So all keys of a heap lie within half a turn.
 */
struct heap_node {
    uint64_t key;
    struct heap_node *parent, *left, *right;
    unsigned int rank; /* nodes on the way down the right side; 0: in no heap */
};

struct heap {
    struct heap_node *first; /* NULL: it is empty */
};

static inline bool key_is_before(uint64_t a, uint64_t b)
{
    return (int64_t)(a - b) < 0;
}

/* Puts NODE, which has its key and is in no heap, into HEAP. */
void heap_add(struct heap *heap, struct heap_node *node);
/* Takes NODE out of HEAP. */
void heap_remove(struct heap *heap, struct heap_node *node);
