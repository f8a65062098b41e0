/* SPDX-License-Identifier: MIT */
/* Memory and texts: see memory.c. */
#pragma once

#include <stddef.h>

struct arena {
    struct arena_chunk *chunks;
    int references; /* functions keep the tree that they were parsed into */
};
void *arena_alloc(struct arena *arena, size_t size);
char *arena_copy(struct arena *arena, const char *text, size_t len);
void arena_free(struct arena *arena);
struct arena *arena_new(void);
void arena_put(struct arena *arena);
void *mem_alloc(size_t size);
void *mem_resize(void *old, size_t size);
char *mem_copy(const char *text);

/* A text that grows. */
struct buffer {
    char *text; /* always ends with a null once something was added */
    size_t len, size;
};
void buffer_add(struct buffer *b, char c);
void buffer_append(struct buffer *b, const char *text, size_t len);
void buffer_free(struct buffer *b);
