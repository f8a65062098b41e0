/* SPDX-License-Identifier: MIT */
/*
 * Intrusive search trees, which keep objects in an order that their owner defines.
 *
 * A tree is a pointer to its root, NULL when it is empty; an object that can be in
 * one embeds a struct tree, and LIST_ENTRY goes back from the node to the object.
 * Whoever searches walks down by himself: what is before a node is on its left.
 * Read next: lib/tree.c.
 */
#pragma once

#include <stdbool.h>

struct tree {
    struct tree *left, *right;
};

/* Whether A stands before B; never both ways. */
typedef bool tree_order(const struct tree *a, const struct tree *b);

/* Puts NODE into the tree at ROOT, where nothing is its equal. */
void tree_insert(struct tree **root, struct tree *node, tree_order *is_before);
/* Takes NODE out of the tree at ROOT, which holds it. */
void tree_remove(struct tree **root, struct tree *node, tree_order *is_before);
