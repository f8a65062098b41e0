/* SPDX-License-Identifier: MIT */
/*
 * Small arithmetic: absolute values, quotients with remainders, and random
 * numbers.
 *
 * The generator is linear congruential with 64 bits of state, of which the
 * upper 31 are used: the lower ones repeat soon.  It is not for secrets.
 */
#include <inttypes.h>
#include <stdlib.h>

#define MULTIPLIER 6364136223846793005ULL /* Knuth, MMIX */
#define INCREMENT  1442695040888963407ULL
#define UPPER_BITS 33

static uint64_t random_state = 1;

int abs(int value)
{
    return value < 0 ? -value : value;
}

long labs(long value)
{
    return value < 0 ? -value : value;
}

long long llabs(long long value)
{
    return value < 0 ? -value : value;
}

intmax_t imaxabs(intmax_t value)
{
    return value < 0 ? -value : value;
}

div_t div(int numerator, int denominator)
{
    div_t result = {numerator / denominator, numerator % denominator};

    return result;
}

ldiv_t ldiv(long numerator, long denominator)
{
    ldiv_t result = {numerator / denominator, numerator % denominator};

    return result;
}

void srand(unsigned int seed)
{
    random_state = seed;
}

int rand(void)
{
    random_state = random_state * MULTIPLIER + INCREMENT;
    return (int)(random_state >> UPPER_BITS);
}

int rand_r(unsigned int *seed)
{
    uint64_t next = *seed * MULTIPLIER + INCREMENT;

    *seed = (unsigned int)(next >> 32);
    return (int)(next >> UPPER_BITS);
}

void srandom(unsigned int seed)
{
    srand(seed);
}

long random(void)
{
    return rand();
}
