/* SPDX-License-Identifier: MIT */
/* Random numbers that a seed determines, the same as Python's random; see mersenne.c. */
#pragma once

#include <stdint.h>

#define MERSENNE_WORDS 624

struct mersenne {
    uint32_t words[MERSENNE_WORDS];
    int next; /* the first that was not given out yet */
};

/* Starts at SEED, like Python's random.seed(SEED). */
void mersenne_seed(struct mersenne *m, uint32_t seed);

/* The next number from 0 to below 1, like Python's random.random(). */
double mersenne_random(struct mersenne *m);
