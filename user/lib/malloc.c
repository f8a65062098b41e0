/* SPDX-License-Identifier: MIT */
/*
 * The heap: malloc, free, realloc and calloc on top of sbrk.
 *
 * Every block has a header with its size.  Free blocks form a list in order
 * of address, so that free can join a block with the neighbours it touches.
 * malloc takes the first free block that is large enough and cuts off what
 * it does not need; if there is none, the heap grows at its upper end.
 * Blocks are multiples of 16 bytes, and so are their addresses.
 * Read next: memory_map.c, kernel/mm/space.c.
 *
 *     | header | user's bytes ... | header | user's bytes ... | ... break
 *
 * Not safe in signal handlers.
 */
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define ALIGNMENT  16
#define GROWTH_MIN 65536
#define SIZE_LIMIT 0x7fff0000UL

struct block {
    size_t size;        /* with the header */
    struct block *next; /* free: the next free one; in use: in_use */
    size_t unused[2];   /* the header is as large as the alignment */
};

static struct block *free_list;
static struct block in_use; /* its address marks blocks that are not free */

static struct block *block_after(const struct block *b)
{
    return (struct block *)((uintptr_t)b + b->size);
}

/* If the free block B ends where the next free one begins, they are one. */
static void block_join_next(struct block *b)
{
    if (b->next && block_after(b) == b->next) {
        b->size += b->next->size;
        b->next = b->next->next;
    }
}

static void block_insert(struct block *b)
{
    struct block *before = NULL;
    struct block *after = free_list;

    while (after && after < b) {
        before = after;
        after = after->next;
    }
    b->next = after;
    block_join_next(b);
    if (before) {
        before->next = b;
        block_join_next(before);
    } else {
        free_list = b;
    }
}

/* Adds at least SIZE bytes to the free list.  Returns 0, or -1: no memory. */
static int heap_grow(size_t size)
{
    uintptr_t top = (uintptr_t)sbrk(0);
    size_t gap = -top % ALIGNMENT;
    struct block *b;

    if (size < GROWTH_MIN)
        size = GROWTH_MIN;
    if (sbrk((intptr_t)(gap + size)) == (void *)-1)
        return -1;
    b = (struct block *)(top + gap);
    b->size = size;
    block_insert(b);
    return 0;
}

/* Takes SIZE bytes from the first free block that has them, or NULL. */
static struct block *block_take(size_t size)
{
    struct block **link = &free_list;
    struct block *b;

    while ((b = *link) != NULL && b->size < size)
        link = &b->next;
    if (!b)
        return NULL;
    if (b->size > size + sizeof(*b)) {
        struct block *rest = (struct block *)((uintptr_t)b + size);

        rest->size = b->size - size;
        rest->next = b->next;
        *link = rest;
        b->size = size;
    } else {
        *link = b->next;
    }
    b->next = &in_use;
    return b;
}

static struct block *block_of(void *user)
{
    struct block *b = (struct block *)user - 1;

    if (b->next != &in_use) {
        static const char message[] = "free: not a block in use\n";

        write(STDERR_FILENO, message, sizeof(message) - 1);
        abort();
    }
    return b;
}

void *malloc(size_t size)
{
    struct block *b;

    if (size > SIZE_LIMIT) {
        errno = ENOMEM;
        return NULL;
    }
    size = (size + sizeof(*b) + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
    b = block_take(size);
    if (!b && heap_grow(size) == 0)
        b = block_take(size);
    return b ? b + 1 : NULL;
}

void free(void *user)
{
    if (user)
        block_insert(block_of(user));
}

void *realloc(void *user, size_t size)
{
    size_t old_size;
    void *moved;

    if (!user)
        return malloc(size);
    old_size = block_of(user)->size - sizeof(struct block);
    if (size <= old_size && size >= old_size / 2)
        return user;
    moved = malloc(size);
    if (!moved)
        return NULL;
    memcpy(moved, user, size < old_size ? size : old_size);
    free(user);
    return moved;
}

void *calloc(size_t count, size_t size)
{
    void *user;

    if (size && count > SIZE_LIMIT / size) {
        errno = ENOMEM;
        return NULL;
    }
    user = malloc(count * size);
    if (user)
        memset(user, 0, count * size);
    return user;
}

void *reallocarray(void *user, size_t count, size_t size)
{
    if (size && count > SIZE_LIMIT / size) {
        errno = ENOMEM;
        return NULL;
    }
    return realloc(user, count * size);
}
