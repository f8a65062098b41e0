/* SPDX-License-Identifier: MIT */
/*
 * Random numbers by a xorshift generator (G. Marsaglia, "Xorshift RNGs", Journal
 * of Statistical Software 8(14), 2003, the generator of period 2^128 - 1).
 *
 * Called from any context.  Owns the generator's four words, which are never all
 * zero.
 */
#include "lib/random.h"

#include "lib/string.h"

/* Marsaglia's own starting values. */
#define RANDOM_START { 123456789u, 362436069u, 521288629u, 88675123u }

static uint32_t random_state[4] = RANDOM_START;

#define SEED_STEPS 16u /* until every word depends on the seed */

void random_seed(uint32_t seed)
{
    static const uint32_t start[4] = RANDOM_START;

    memcpy(random_state, start, sizeof(start));
    random_state[0] ^= seed;
    random_state[1] += seed;
    for (unsigned int i = 0; i < SEED_STEPS; i++)
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
    uint8_t *to = buf;

    while (len > 0) {
        uint32_t word = random_next();
        size_t chunk = MIN(len, sizeof(word));
        memcpy(to, &word, chunk);
        to += chunk;
        len -= chunk;
    }
}
