/* SPDX-License-Identifier: MIT */
/* malloc, realloc, calloc and free: the library's heap on brk, mmap, mremap. */
#include "tap.h"

#include <malloc.h>

enum { BLOCKS = 2000, LARGE = 8 << 20 };

static char *blocks[BLOCKS];

static size_t size_of(int i)
{
    return (size_t)(i * 37 % 5000 + 1);
}

static bool holds(int i)
{
    return blocks[i][0] == (char)i && blocks[i][size_of(i) - 1] == (char)i;
}

int main(void)
{
    int good = 0, zero = 0;
    char *large;

    plan(5);
    for (int i = 0; i < BLOCKS; i++) {
        blocks[i] = malloc(size_of(i));
        memset(blocks[i], i, size_of(i));
    }
    for (int i = 0; i < BLOCKS; i += 2)
        free(blocks[i]);
    for (int i = 1; i < BLOCKS; i += 2)
        good += holds(i);
    is(good, BLOCKS / 2, "half of the blocks freed, the other half is whole");

    large = malloc(LARGE / 8);
    memset(large, 'x', LARGE / 8);
    for (size_t size = LARGE / 4; size <= LARGE; size *= 2)
        large = realloc(large, size);
    ok(large[0] == 'x' && large[LARGE / 8 - 1] == 'x', "realloc keeps bytes");
    free(large);
    large = calloc(LARGE, 1);
    for (int i = 0; i < LARGE; i++)
        zero += large[i] == 0;
    is(zero, LARGE, "calloc gives zeros");
    free(large);
    ok(malloc(SIZE_MAX - 65536) == NULL && errno == ENOMEM, "too much: ENOMEM");
    large = memalign(65536, 100);
    ok(large != NULL && (uintptr_t)large % 65536 == 0, "memalign aligns");
    return done();
}
