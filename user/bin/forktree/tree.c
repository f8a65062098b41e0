/* SPDX-License-Identifier: MIT */
/*
 * The tree: who is whose child stands in /proc, nobody keeps count of it here.
 *
 * Children hang below their parent in the order in which they came there: one whose
 * parent has exited comes behind those that its new parent has already.
 */
#include <err.h>
#include <procread.h>
#include <stdio.h>
#include <string.h>

#include "forktree.h"

#define MARGIN      31 /* columns, as in the book */
#define BRANCH_MAX  8  /* bytes: four columns in UTF-8 */

/* How a tree is drawn: past a branch, at a branch, at the last one. */
static const struct style {
    const char *name, *past, *branch, *last;
} styles[] = {
    { "fancy", "│   ", "├── ", "└── " },
    { "line1", "|   ", "|-- ", "+-- " },
    { "line2", "|   ", "|__ ", "|__ " },
    { "basic", "    ", "    ", "    " },
};

#define STYLES (sizeof(styles) / sizeof(styles[0]))

static int order[NODES_MAX]; /* the nodes, in the order in which they came there */
static int order_count;
static char prefix[NODES_MAX * BRANCH_MAX]; /* of the line that is being drawn */

/* The node with the number PID; NOBODY if there is none: the root's parent. */
static int node_of(pid_t pid)
{
    int node = node_count - 1;

    while (node >= 0 && nodes[node].pid != pid)
        node--;
    return node;
}

/* Whose child NODE is now. */
static int parent_read(const struct node *node)
{
    struct procinfo info;

    if (!proc_read(node->pid, &info))
        errx(1, "%s is gone", node->name);
    proc_clear(&info);
    return node_of(info.ppid);
}

void tree_read(void)
{
    int moved[NODES_MAX], moved_count = 0, stayed_count = 0;

    while (order_count < node_count) {
        order[order_count] = order_count;
        order_count++;
    }
    for (int i = 0; i < order_count; i++) {
        struct node *node = &nodes[order[i]];
        int parent = node->pid ? parent_read(node) : node->parent;

        if (parent == node->parent)
            order[stayed_count++] = order[i];
        else
            moved[moved_count++] = order[i];
        node->parent = parent;
    }
    memcpy(&order[stayed_count], moved, (size_t)moved_count * sizeof(moved[0]));
}

/* The child of PARENT behind place AT of the order, which moves there. */
static int child_next(int parent, int *at)
{
    while (++*at < order_count) {
        const struct node *node = &nodes[order[*at]];

        if (node->pid && node->parent == parent)
            return order[*at];
    }
    return NOBODY;
}

bool node_has_children(int node)
{
    int at = -1;

    return child_next(node, &at) != NOBODY;
}

/* What hangs below NODE, behind the first LEN bytes of the prefix. */
static void branches_print(int node, const struct style *style, size_t len)
{
    int at = -1, child = child_next(node, &at);

    while (child != NOBODY) {
        int next = child_next(node, &at);
        bool is_last = next == NOBODY;

        printf("%*s%.*s%s%s\n", MARGIN, "", (int)len, prefix,
               is_last ? style->last : style->branch, nodes[child].name);
        strcpy(prefix + len, is_last ? "    " : style->past);
        branches_print(child, style, strlen(prefix));
        child = next;
    }
}

static const struct style *style_find(const char *name)
{
    for (size_t i = 0; i < STYLES; i++) {
        if (strcmp(styles[i].name, name) == 0)
            return &styles[i];
    }
    return NULL;
}

bool style_is_known(const char *style)
{
    return style_find(style) != NULL;
}

void tree_print(const char *style)
{
    printf("%*s%s\n", MARGIN, "", nodes[ROOT].name);
    branches_print(ROOT, style_find(style), 0);
}
