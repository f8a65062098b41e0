/* SPDX-License-Identifier: MIT */
/*
 * Random numbers by a xorshift generator (G. Marsaglia, "Xorshift RNGs", Journal
 * of Statistical Software 8(14), 2003, the generator of period 2^128 - 1).
 *
 * Called from any context.  Owns the generator's four words, which are never all
 * zero.
 */
#include "lib/random.h"

#define RANDOM_SEED_STEPS 16u /* until every word depends on the seed */

/* Marsaglia's own starting values. */
static uint32_t random_state[4] = {
    123456789, 362436069, 521288629, 88675123,
};

void random_seed(uint32_t seed)
{
    random_state[0] ^= seed;
    random_state[1] += seed;
    for (unsigned int i = 0; i < RANDOM_SEED_STEPS; i++)
        random_next();
}

uint32_t random_next(void)
{
    uint32_t *s = random_state;
    uint32_t t = s[0] ^ s[0] << 11;

    s[0] = s[1];
    s[1] = s[2];
    s[2] = s[3];
    s[3] = s[3] ^ s[3] >> 19 ^ t ^ t >> 8;
    return s[3];
}

void random_fill(void *buf, size_t len)
{
    uint8_t *bytes = buf;

    for (size_t i = 0; i < len; i++)
        bytes[i] = (uint8_t)random_next();
}
