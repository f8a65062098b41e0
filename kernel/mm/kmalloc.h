/* SPDX-License-Identifier: MIT */
/*
 * Kernel objects.  Each kind of object has its own slab allocator and count,
 * so that /proc/objects can say how many of each are alive.  A slab is one
 * frame; an object's kind is found from its slab, so freeing needs no size.
 */
#pragma once

#include "lib/list.h"

/* One kind of object. Defined with KIND_DEFINE, never copied; the linker makes a table
 * of all. */
struct kind {
    const char *name;
    size_t size;
    unsigned int live;       /* objects handed out and not yet freed; whoever has
                              * some without a slab counts them himself */
    struct list slabs;       /* those with room first */
};

#define KIND_DEFINE(var, kind_name, type)                                      \
    struct kind var = { .name = (kind_name),                                   \
                        .size = sizeof(type),                                  \
                        .slabs = LIST_INIT(var.slabs) };                       \
    static struct kind *const var##_known __attribute__((                      \
        section(".kinds"), used)) = &var

/* A new object of KIND, all bytes zero. Returns: NULL without memory. */
void *kind_alloc(struct kind *kind) MUST_CHECK;
/* Gives OBJECT back, whatever its kind. NULL is allowed. */
void kind_free(void *object);

/* Memory of SIZE bytes (1 to KMALLOC_MAX), not cleared: an object of the kind
 * kmalloc-N that fits, or else a frame; kind_free frees it. Returns: NULL without
 * memory. */
#define KMALLOC_MAX PAGE_SIZE
void *kmalloc(size_t size) MUST_CHECK;

/* All kinds there are: the linker's table. */
extern struct kind *const kinds_start[], *const kinds_end[]; /* linker.ld */

/* Gives every empty slab back, and asks every cache that registered. */
void cache_shrink(void);
struct cache {
    void (*shrink)(void);
    struct cache *next;
};
void cache_register(struct cache *cache);
