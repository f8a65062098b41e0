/* SPDX-License-Identifier: MIT */
/*
 * Heaps: the first one has the smallest key, whatever was put in and taken out.
 *
 * Sources: kernel/sched/heap.c
 */
#include "sched/heap.h"

#include <stdlib.h>

#include "tap.h"

enum { NODES = 500, ROUNDS = 20000 };

static struct heap heap;
static struct heap_node nodes[NODES];
static bool is_in[NODES];

static const struct heap_node *smallest(void)
{
    const struct heap_node *least = NULL;

    for (int i = 0; i < NODES; i++)
        if (is_in[i] && (!least || key_is_before(nodes[i].key, least->key)))
            least = &nodes[i];
    return least;
}

static bool first_is_smallest(void)
{
    const struct heap_node *least = smallest();

    return least ? heap.first && heap.first->key == least->key : !heap.first;
}

static void test_random(uint64_t origin, const char *what)
{
    bool is_right = true;

    srand(1);
    for (int round = 0; round < ROUNDS && is_right; round++) {
        int i = rand() % NODES;

        if (is_in[i]) {
            heap_remove(&heap, &nodes[i]);
        } else {
            nodes[i].key = origin + (uint64_t)(rand() % (2 * NODES));
            heap_add(&heap, &nodes[i]);
        }
        is_in[i] = !is_in[i];
        is_right = first_is_smallest();
    }
    tap_ok(is_right, "%s", what);
    while (heap.first) {
        is_in[heap.first - nodes] = false;
        heap_remove(&heap, heap.first);
    }
    tap_ok(!smallest(), "who is taken out until nobody is left is everybody");
}

int main(void)
{
    test_random(0, "the first is the smallest");
    test_random((uint64_t)0 - NODES, "also where the keys turn over");
    for (int i = 0; i < NODES; i++) {
        nodes[i].key = (uint64_t)i;
        heap_add(&heap, &nodes[i]);
    }
    tap_ok(heap.first == &nodes[0], "in order");
    tap_ok(heap.first->rank <= 9, "the right side of 500 has 9 nodes at most");
    return tap_done();
}
