/* SPDX-License-Identifier: MIT */
/*
 * Priority queues as leftist heaps.
 *
 * A tree in which no node's key is before its parent's.  Everything is made of one
 * operation, merging two trees along their right sides, and the right side is kept
 * the shorter one at every node: then it has at most log2(n + 1) nodes (Knuth, The Art
 * of Computer Programming 3, section 5.2.3).
 * Called by scheduling policies with interrupts off.  Owns nothing.
 */
#include "sched/heap.h"

static unsigned int heap_rank(const struct heap_node *node)
{
    return node ? node->rank : 0;
}

/* Keeps the right side of NODE the shorter one. Returns: whether its rank changed. */
static bool heap_settle(struct heap_node *node)
{
    unsigned int before = node->rank;
    if (heap_rank(node->left) < heap_rank(node->right)) {
        struct heap_node *left = node->left;
        node->left = node->right;
        node->right = left;
    }
    node->rank = heap_rank(node->right) + 1;
    return node->rank != before;
}

/* The one tree of A's and B's nodes. As deep as both right sides are long. */
static struct heap_node *heap_merge(struct heap_node *a, struct heap_node *b)
{
    if (!a || !b)
        return a ? a : b;
    if (key_is_before(b->key, a->key))
        return heap_merge(b, a);
    a->right = heap_merge(a->right, b);
    a->right->parent = a;
    heap_settle(a);
    return a;
}

void heap_add(struct heap *heap, struct heap_node *node)
{
    node->parent = node->left = node->right = NULL;
    node->rank = 1;
    heap->first = heap_merge(heap->first, node);
    heap->first->parent = NULL;
}

void heap_remove(struct heap *heap, struct heap_node *node)
{
    struct heap_node *parent = node->parent;
    struct heap_node *rest = heap_merge(node->left, node->right);
    if (rest)
        rest->parent = parent;
    if (!parent)
        heap->first = rest;
    else if (parent->left == node)
        parent->left = rest;
    else
        parent->right = rest;
    while (parent && heap_settle(parent))
        parent = parent->parent;
    node->rank = 0;
}
