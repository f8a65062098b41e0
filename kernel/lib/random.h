/* SPDX-License-Identifier: MIT */
/*
 * Random numbers, good enough for tests, for a C library's start-up and for a
 * lottery, of no use for secrets.  The same seed gives the same numbers.
 */
#pragma once

#include "lib/types.h"

/*
 * The number after X in a row that has each but 0 once (G. Marsaglia, "Xorshift
 * RNGs", Journal of Statistical Software 8(14), 2003).  Who wants a row of their
 * own keeps X.
 */
static inline uint32_t random_after(uint32_t x)
{
    x ^= x << 13;
    x ^= x >> 17;
    x ^= x << 5;
    return x;
}

/* Starts the row of random_fill. Context: boot, once. */
void random_seed(uint32_t seed);
void random_fill(void *buf, size_t len);
