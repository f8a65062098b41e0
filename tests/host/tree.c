/* SPDX-License-Identifier: MIT */
/*
 * Search trees: they hold what was put in, in order, and stay flat whatever the
 * order in which it came and went.
 *
 * Sources: kernel/lib/tree.c
 */
#include "lib/tree.h"

#include "lib/list.h"
#include "tap.h"

enum { COUNT = 20000, FLAT = 60, STRIDE = 7919 };

struct item {
    int value;
    struct tree node;
};

static struct item items[COUNT];
static struct tree *root;
static int next_value, step, deepest;
static bool is_in_order;

static int value_of(const struct tree *node)
{
    return LIST_ENTRY(node, struct item, node)->value;
}

static bool item_is_before(const struct tree *a, const struct tree *b)
{
    return value_of(a) < value_of(b);
}

/* Visits what is below NODE from left to right. */
static void walk(const struct tree *node, int depth)
{
    if (!node)
        return;
    deepest = depth > deepest ? depth : deepest;
    walk(node->left, depth + 1);
    is_in_order &= value_of(node) == next_value;
    next_value += step;
    walk(node->right, depth + 1);
}

/* Whether the tree holds FIRST, FIRST + STEP, ... below COUNT, and is flat. */
static bool holds(int first, int by)
{
    next_value = first;
    step = by;
    deepest = 0;
    is_in_order = true;
    walk(root, 1);
    tap_note("%d deep", deepest);
    return is_in_order && next_value >= COUNT && deepest <= FLAT;
}

int main(void)
{
    for (int i = 0; i < COUNT; i++) {
        items[i].value = i;
        tree_insert(&root, &items[i].node, item_is_before);
    }
    tap_ok(holds(0, 1), "put in from the first to the last");
    for (int i = 1; i < COUNT; i += 2)
        tree_remove(&root, &items[i].node, item_is_before);
    tap_ok(holds(0, 2), "every other one taken out");
    for (int i = 0; i < COUNT; i += 2)
        tree_remove(&root, &items[i].node, item_is_before);
    tap_ok(!root, "and then the rest");
    for (int i = 0; i < COUNT; i++)
        tree_insert(&root, &items[i * STRIDE % COUNT].node, item_is_before);
    tap_ok(holds(0, 1), "put in from here and there");
    for (int i = 0; i < COUNT; i++)
        tree_remove(&root, &items[COUNT - 1 - i].node, item_is_before);
    tap_ok(!root, "taken out from the last to the first");
    return tap_done();
}
