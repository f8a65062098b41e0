/* SPDX-License-Identifier: MIT */
/*
 * Slabs: a frame cut into equal objects of one kind, with a header that says
 * which are taken.
 *
 *     +--------+----------+----------+-- --+----------+
 *     | header | object 0 | object 1 | ... | object n |   one frame
 *     +--------+----------+----------+-- --+----------+
 *
 * An object's slab is found by rounding its address down to the frame.  A free
 * object holds the link to the next free one and then a pattern; whoever
 * writes to it after freeing it destroys the pattern and is found out at the
 * next allocation.  Called from everywhere, any context.  Invariant: on a kind's
 * list the slabs with room stand before the full ones.
 * Read next: mm/space.c.
 */
#include "mm/kmalloc.h"

#include "debug/failnth.h"
#include "debug/poison.h"
#include "lib/bitmap.h"
#include "lib/panic.h"
#include "lib/string.h"
#include "mm/frame.h"

#define SLAB_MAGIC 0x51AB51ABu
#define SLAB_ALIGN 16u
#define OBJECT_ALIGN 8u
#define SLAB_OBJECTS_MAX 256u

/* How far a freed object is looked at behind its link; and, with DEBUG=1, what
 * lies behind each object that is in use. */
#define FREED_BYTES_MAX (IS_DEBUG ? PAGE_SIZE : 60u)
#define GUARD_BYTES (IS_DEBUG ? SLAB_ALIGN : 0u)

struct slab {
    struct list link;   /* in the kind's list */
    struct kind *kind;
    struct free_object *first_free;
    uint16_t taken_count;
    uint16_t capacity;
    uint32_t magic;
    uint32_t taken[BITMAP_WORDS(SLAB_OBJECTS_MAX)];
};

struct free_object {
    struct free_object *next;
    uint32_t poison[];
};

#define SLAB_FIRST ROUND_UP(sizeof(struct slab), SLAB_ALIGN)

static struct cache *caches;

static size_t kind_object_bytes(const struct kind *kind)
{
    return ROUND_UP(MAX(kind->size, SLAB_ALIGN), OBJECT_ALIGN) + GUARD_BYTES;
}

static size_t freed_bytes(const struct kind *kind)
{
    return MIN(kind_object_bytes(kind) - sizeof(struct free_object),
               FREED_BYTES_MAX);
}

static void freed_mark(const struct kind *kind, struct free_object *object)
{
    poison_fill(object->poison, freed_bytes(kind));
}

/* What is behind OBJECT is as it was when the object was free. */
static void guard_check(const struct kind *kind, const void *object)
{
    poison_check((const char *)object + kind_object_bytes(kind) - GUARD_BYTES,
                 GUARD_BYTES, "what lies behind an object", kind->name);
}

/* Cuts a new frame into objects. */
static struct slab *slab_make(struct kind *kind)
{
    size_t size = kind_object_bytes(kind);
    paddr_t frame = frame_alloc();

    if (!frame)
        return NULL;
    struct slab *slab = frame_to_virt(frame);
    memset(slab, 0, sizeof(*slab));
    slab->kind = kind;
    slab->magic = SLAB_MAGIC;
    slab->capacity =
        (uint16_t)MIN((PAGE_SIZE - SLAB_FIRST) / size, SLAB_OBJECTS_MAX);
    for (unsigned int i = slab->capacity; i > 0; i--) {
        struct free_object *object =
            (void *)((char *)slab + SLAB_FIRST + (i - 1) * size);

        object->next = slab->first_free;
        slab->first_free = object;
        freed_mark(kind, object);
    }
    list_add_head(&kind->slabs, &slab->link);
    return slab;
}

static void slab_free(struct slab *slab)
{
    list_remove(&slab->link);
    slab->magic = 0;
    frame_put(frame_from_virt(slab));
}

/* A slab of KIND that has room, or NULL. */
static struct slab *slab_with_room(struct kind *kind)
{
    struct slab *slab = LIST_FIRST(&kind->slabs, struct slab, link);

    if (list_is_empty(&kind->slabs) || slab->taken_count == slab->capacity)
        return NULL;
    return slab;
}

static unsigned int slab_index(const struct slab *slab, const void *object)
{
    return (unsigned int)((size_t)((const char *)object - (const char *)slab -
                                   SLAB_FIRST) /
                          kind_object_bytes(slab->kind));
}

/* An object of KIND with whatever it held before. */
static void *kind_take(struct kind *kind)
{
    ASSERT(kind_object_bytes(kind) <= PAGE_SIZE - SLAB_FIRST);
    if (fail_is_due())
        return NULL;
    struct slab *slab = slab_with_room(kind);
    if (!slab)
        slab = slab_make(kind);
    if (!slab)
        return NULL;
    struct free_object *object = slab->first_free;
    poison_check(object->poison, freed_bytes(kind), "a freed object", kind->name);
    slab->first_free = object->next;
    bitmap_set(slab->taken, slab_index(slab, object));
    slab->taken_count++;
    if (slab->taken_count == slab->capacity) {
        list_remove(&slab->link);
        list_add_tail(&kind->slabs, &slab->link);
    }
    kind->live++;
    return object;
}

void *kind_alloc(struct kind *kind)
{
    void *object = kind_take(kind);

    if (object)
        memset(object, 0, kind->size);
    return object;
}

/* Finds OBJECT's slab; a pointer that is no live object is the kernel's bug. */
static struct slab *slab_of(void *object)
{
    struct slab *slab = (void *)ROUND_DOWN((vaddr_t)object, PAGE_SIZE);
    size_t offset = (vaddr_t)object - (vaddr_t)slab;

    if (slab->magic != SLAB_MAGIC || offset < SLAB_FIRST ||
        (offset - SLAB_FIRST) % kind_object_bytes(slab->kind) != 0)
        panic("what is freed at %p is no kernel object", object);
    if (!bitmap_test(slab->taken, slab_index(slab, object)))
        panic("a kernel object is freed twice: %s at %p", slab->kind->name,
              object);
    return slab;
}

void kind_free(void *pointer)
{
    struct free_object *object = pointer;

    if (!object)
        return;
    if ((vaddr_t)object % PAGE_SIZE == 0) { /* where a slab has its header */
        frame_put(frame_from_virt(object));
        return;
    }
    struct slab *slab = slab_of(object);
    struct kind *kind = slab->kind;
    guard_check(kind, object);
    bitmap_clear(slab->taken, slab_index(slab, object));
    freed_mark(kind, object);
    object->next = slab->first_free;
    slab->first_free = object;
    kind->live--;
    slab->taken_count--;
    list_remove(&slab->link);
    if (slab->taken_count == 0 && slab_with_room(kind))
        slab_free(slab); /* an empty one stays only where no other has room */
    else
        list_add_head(&kind->slabs, &slab->link);
}

/* The sizes fill a slab with 2, 4 and 8 objects without much rest. */
static KIND_DEFINE(kmalloc_16, "kmalloc-16", char[16]);
static KIND_DEFINE(kmalloc_32, "kmalloc-32", char[32]);
static KIND_DEFINE(kmalloc_64, "kmalloc-64", char[64]);
static KIND_DEFINE(kmalloc_128, "kmalloc-128", char[128]);
static KIND_DEFINE(kmalloc_256, "kmalloc-256", char[256]);
static KIND_DEFINE(kmalloc_496, "kmalloc-496", char[496]);
static KIND_DEFINE(kmalloc_1000, "kmalloc-1000", char[1000]);
static KIND_DEFINE(kmalloc_2008, "kmalloc-2008", char[2008]);

static struct kind *const kmalloc_kinds[] = {
    &kmalloc_16,  &kmalloc_32,  &kmalloc_64,   &kmalloc_128,  &kmalloc_256,
    &kmalloc_496, &kmalloc_1000, &kmalloc_2008,
};

void *kmalloc(size_t size)
{
    ASSERT(size > 0 && size <= KMALLOC_MAX);
    for (unsigned int i = 0; i < ARRAY_LEN(kmalloc_kinds); i++) {
        if (size <= kmalloc_kinds[i]->size)
            return kind_take(kmalloc_kinds[i]);
    }
    paddr_t frame = frame_alloc();
    return frame ? frame_to_virt(frame) : NULL;
}

void cache_register(struct cache *cache)
{
    cache->next = caches;
    caches = cache;
}

void cache_shrink(void)
{
    for (struct cache *cache = caches; cache; cache = cache->next)
        cache->shrink();
    for (struct kind *const *kind = kinds_start; kind < kinds_end; kind++) {
        LIST_FOR_EACH_SAFE(slab, &(*kind)->slabs, struct slab, link) {
            if (slab->taken_count == 0)
                slab_free(slab);
        }
    }
}
