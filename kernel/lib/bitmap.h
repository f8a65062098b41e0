/* SPDX-License-Identifier: MIT */
/* Sets of small numbers, one bit each, in an array of words that the caller owns. */
#pragma once

#include "lib/types.h"

#define BITMAP_WORD_BITS 32u
#define BITMAP_WORDS(bits) DIV_UP(bits, BITMAP_WORD_BITS)

static inline bool bitmap_test(const uint32_t *map, unsigned int bit)
{
    return map[bit / BITMAP_WORD_BITS] >> bit % BITMAP_WORD_BITS & 1;
}

static inline void bitmap_set(uint32_t *map, unsigned int bit)
{
    map[bit / BITMAP_WORD_BITS] |= 1u << bit % BITMAP_WORD_BITS;
}

static inline void bitmap_clear(uint32_t *map, unsigned int bit)
{
    map[bit / BITMAP_WORD_BITS] &= ~(1u << bit % BITMAP_WORD_BITS);
}

/* Returns: the first clear bit at START or after it and below BITS, or BITS where
 * there is none. */
unsigned int bitmap_next_clear(const uint32_t *map, unsigned int bits,
                               unsigned int start);
