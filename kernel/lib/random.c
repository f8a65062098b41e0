/* SPDX-License-Identifier: MIT */
/*
 * The row of random numbers that programs get.
 *
 * Called from any context.  Owns the last number, which is never zero.
 */
#include "lib/random.h"

#define RANDOM_SEED_STEPS 16u /* until every bit depends on the seed */

static uint32_t random_last = 1;

void random_seed(uint32_t seed)
{
    random_last = MAX(seed, 1u);
    for (unsigned int i = 0; i < RANDOM_SEED_STEPS; i++)
        random_last = random_after(random_last);
}

void random_fill(void *buf, size_t len)
{
    uint8_t *bytes = buf;

    for (size_t i = 0; i < len; i++) {
        random_last = random_after(random_last);
        bytes[i] = (uint8_t)random_last;
    }
}
