/* SPDX-License-Identifier: MIT */
/*
 * Memory for the shell: arenas, texts that grow, and malloc that cannot fail.
 *
 * An arena is freed all at once.  The tree of a command line lives in one; a
 * function that the line defines holds a reference to it, so that its body
 * stays when the line is done.  A shell that has no memory left for a few
 * hundred bytes cannot go on, so it says so and ends.
 *
 * Read next: source.c.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "sh.h"

#define CHUNK_BYTES 1000
#define ALIGN_BYTES 8

struct arena_chunk {
    struct arena_chunk *next;
    size_t used, size;
    uint64_t data[]; /* aligned for anything */
};

void *mem_resize(void *old, size_t size)
{
    void *p = realloc(old, size ? size : 1);
    static const char message[] = "sh: out of memory\n";

    if (p == NULL) {
        if (write(STDERR_FILENO, message, sizeof(message) - 1) < 0)
            _exit(STATUS_ERROR);
        _exit(STATUS_ERROR);
    }
    return p;
}

void *mem_alloc(size_t size)
{
    return memset(mem_resize(NULL, size), 0, size);
}

char *mem_copy(const char *text)
{
    size_t size = strlen(text) + 1;

    return memcpy(mem_resize(NULL, size), text, size);
}

void *arena_alloc(struct arena *arena, size_t size)
{
    struct arena_chunk *chunk = arena->chunks;
    void *p;

    size = (size + ALIGN_BYTES - 1) & ~(size_t)(ALIGN_BYTES - 1);
    if (chunk == NULL || chunk->size - chunk->used < size) {
        size_t room = size > CHUNK_BYTES ? size : CHUNK_BYTES;

        chunk = mem_resize(NULL, sizeof(*chunk) + room);
        chunk->next = arena->chunks;
        chunk->used = 0;
        chunk->size = room;
        arena->chunks = chunk;
    }
    p = (char *)chunk->data + chunk->used;
    chunk->used += size;
    return memset(p, 0, size);
}

char *arena_copy(struct arena *arena, const char *text, size_t len)
{
    char *copy = arena_alloc(arena, len + 1);

    memcpy(copy, text, len);
    return copy;
}

void arena_free(struct arena *arena)
{
    while (arena->chunks) {
        struct arena_chunk *next = arena->chunks->next;

        free(arena->chunks);
        arena->chunks = next;
    }
}

struct arena *arena_new(void)
{
    struct arena *arena = mem_alloc(sizeof(*arena));

    arena->references = 1;
    return arena;
}

void arena_put(struct arena *arena)
{
    if (--arena->references == 0) {
        arena_free(arena);
        free(arena);
    }
}

void buffer_append(struct buffer *b, const char *text, size_t len)
{
    if (b->len + len + 1 > b->size) {
        b->size = 2 * (b->len + len) + 32;
        b->text = mem_resize(b->text, b->size);
    }
    memcpy(b->text + b->len, text, len);
    b->len += len;
    b->text[b->len] = '\0';
}

void buffer_add(struct buffer *b, char c)
{
    buffer_append(b, &c, 1);
}

void buffer_free(struct buffer *b)
{
    free(b->text);
    memset(b, 0, sizeof(*b));
}
