/* SPDX-License-Identifier: MIT */
/*
 * Search trees that stay flat by chance: a node's address, scrambled, is its rank,
 * and none stands above one of a higher rank.  So a tree looks as if its nodes had
 * come in random order, in whatever order they came: some 2 log n deep.
 *
 * Called from everywhere, any context; owns nothing, allocates nothing.
 * Invariant: by order from left to right, by rank from top to bottom.
 */
#include "lib/tree.h"

#include "lib/types.h"

#define RANK_FACTOR 2654435769u /* 2^32 by the golden ratio: spreads neighbours */
#define RANK_SHIFT 15

/* Each step can be undone: two nodes never have the same. */
static uint32_t tree_rank(const struct tree *node)
{
    uint32_t rank = (uint32_t)(uintptr_t)node;

    rank = (rank ^ rank >> RANK_SHIFT) * RANK_FACTOR;
    return (rank ^ rank >> RANK_SHIFT) * RANK_FACTOR;
}

void tree_insert(struct tree **root, struct tree *node, tree_order *is_before)
{
    struct tree **left = &node->left, **right = &node->right;

    while (*root && tree_rank(*root) > tree_rank(node))
        root = is_before(node, *root) ? &(*root)->left : &(*root)->right;
    /* NODE stands here; what was below is cut in two along the way to its place. */
    struct tree *rest = *root;
    *root = node;
    while (rest) {
        if (is_before(rest, node)) {
            *left = rest;
            left = &rest->right;
            rest = *left;
        } else {
            *right = rest;
            right = &rest->left;
            rest = *right;
        }
    }
    *left = *right = NULL;
}

void tree_remove(struct tree **root, struct tree *node, tree_order *is_before)
{
    while (*root != node)
        root = is_before(node, *root) ? &(*root)->left : &(*root)->right;
    /* What is below on both sides is put together, the higher rank on top. */
    struct tree *left = node->left, *right = node->right;
    while (left && right) {
        if (tree_rank(left) > tree_rank(right)) {
            *root = left;
            root = &left->right;
            left = *root;
        } else {
            *root = right;
            root = &right->left;
            right = *root;
        }
    }
    *root = left ? left : right;
}
