/* SPDX-License-Identifier: MIT */
/*
 * The Mersenne Twister MT19937 (Matsumoto and Nishimura, 1998): random numbers.
 *
 * It is what Python uses, in which the homework of OSTEP is written: with the same
 * seed, procrun and forktree get the same numbers and so pose the same exercises.
 * The names of the constants are those of the paper.
 */
#include <mersenne.h>

#define N          MERSENNE_WORDS
#define M          397         /* the distance of the two words that are mixed */
#define A          0x9908B0DFu /* the twist */
#define UPPER_MASK 0x80000000u
#define LOWER_MASK 0x7FFFFFFFu

/* The tempering of each word that is given out. */
#define B          0x9D2C5680u
#define C          0xEFC60000u

/* How the words begin: a generator of its own, and a second that mixes in the seed. */
#define FIRST_SEED 19650218u
#define FIRST_MUL  1812433253u
#define SEED_MUL   1664525u
#define LAST_MUL   1566083941u

static void words_begin(uint32_t *words)
{
    words[0] = FIRST_SEED;
    for (uint32_t i = 1; i < N; i++)
        words[i] = FIRST_MUL * (words[i - 1] ^ words[i - 1] >> 30) + i;
}

/* Mixes the word at *AT with the one before; goes on to the next, past the end to 1. */
static void word_mix(uint32_t *words, uint32_t *at, uint32_t factor, uint32_t more)
{
    uint32_t before = words[*at - 1];

    words[*at] = (words[*at] ^ (before ^ before >> 30) * factor) + more;
    if (++*at == N) {
        words[0] = words[N - 1];
        *at = 1;
    }
}

void mersenne_seed(struct mersenne *m, uint32_t seed)
{
    uint32_t at = 1;

    words_begin(m->words);
    for (int i = 0; i < N; i++)
        word_mix(m->words, &at, SEED_MUL, seed);
    for (int i = 0; i < N - 1; i++)
        word_mix(m->words, &at, LAST_MUL, -at);
    m->words[0] = UPPER_MASK;
    m->next = N;
}

/* Makes the next N words out of the last N. */
static void words_twist(uint32_t *words)
{
    for (int i = 0; i < N; i++) {
        uint32_t both = (words[i] & UPPER_MASK) | (words[(i + 1) % N] & LOWER_MASK);

        words[i] = words[(i + M) % N] ^ both >> 1 ^ (both & 1 ? A : 0);
    }
}

static uint32_t word_next(struct mersenne *m)
{
    uint32_t word;

    if (m->next == N) {
        words_twist(m->words);
        m->next = 0;
    }
    word = m->words[m->next++];
    word ^= word >> 11;
    word ^= word << 7 & B;
    word ^= word << 15 & C;
    return word ^ word >> 18;
}

/* A double has 53 bits: 27 of one word and 26 of the next. */
double mersenne_random(struct mersenne *m)
{
    int high = (int)(word_next(m) >> 5), low = (int)(word_next(m) >> 6);

    return (high * 67108864.0 + low) / 9007199254740992.0;
}
