/* SPDX-License-Identifier: MIT */
/*
 * Division of 64-bit numbers on a machine that divides 64 bits by 32.
 *
 * Nobody calls these by name: for long long, / and % compile to them on i386.
 * Compilers bring them in a library of their own; Tine does without it, in
 * the kernel as in the user library, so that all its code can be read.
 * Owns nothing.  Invariant: only 32-bit division is used, or the functions
 * would call themselves.  A division by zero traps, as a 32-bit one does.
 * The method for a wide divisor is in Knuth, The Art of Computer Programming
 * volume 2, 4.3.1: guess a quotient digit from the leading bits, then correct.
 */
#include <stddef.h>
#include <stdint.h>

#define DIV64_HALF_BITS 32

/* The names and types are fixed by what compilers call. */
uint64_t __udivmoddi4(uint64_t number, uint64_t divisor, uint64_t *rest);
uint64_t __udivdi3(uint64_t number, uint64_t divisor);
uint64_t __umoddi3(uint64_t number, uint64_t divisor);
int64_t __divmoddi4(int64_t number, int64_t divisor, int64_t *rest);
int64_t __divdi3(int64_t number, int64_t divisor);
int64_t __moddi3(int64_t number, int64_t divisor);

/*
 * HIGH:LOW divided by DIVISOR, where HIGH < DIVISOR so that the quotient fits
 * 32 bits.  It is one instruction on x86 (Intel SDM volume 2, DIV).
 */
static uint32_t div64_step(uint32_t high, uint32_t low, uint32_t divisor,
                           uint32_t *rest)
{
#if defined(__i386__) || defined(__x86_64__)
    uint32_t quotient;

    __asm__("divl %4"
            : "=a"(quotient), "=d"(*rest)
            : "0"(low), "1"(high), "rm"(divisor)
            : "cc");
    return quotient;
#else
    uint64_t number = (uint64_t)high << DIV64_HALF_BITS | low;

    *rest = (uint32_t)(number % divisor);
    return (uint32_t)(number / divisor);
#endif
}

/* School division with 32-bit digits: the divisor is a single digit. */
static uint64_t div64_narrow(uint64_t number, uint32_t divisor, uint64_t *rest)
{
    uint32_t high = (uint32_t)(number >> DIV64_HALF_BITS);
    uint32_t high_quotient = 0;
    uint32_t left = high;
    uint32_t low_quotient;

    if (high >= divisor)
        high_quotient = div64_step(0, high, divisor, &left);
    low_quotient = div64_step(left, (uint32_t)number, divisor, &left);
    *rest = left;
    return (uint64_t)high_quotient << DIV64_HALF_BITS | low_quotient;
}

/*
 * The divisor has two digits, so the quotient has one.  Both numbers are
 * shifted until the divisor's top bit is set, and its upper half then gives a
 * guess that is right or too large by one; a guess one lower is right or too
 * small by one, which a single comparison mends.
 */
static uint64_t div64_wide(uint64_t number, uint64_t divisor, uint64_t *rest)
{
    unsigned int shift =
        (unsigned int)__builtin_clz((uint32_t)(divisor >> DIV64_HALF_BITS));
    uint32_t lead =
        (uint32_t)(divisor << shift >> DIV64_HALF_BITS);
    uint64_t half = number >> 1; /* so that its upper half is below LEAD */
    uint32_t unused;
    uint32_t guess = div64_step((uint32_t)(half >> DIV64_HALF_BITS),
                                (uint32_t)half, lead, &unused);
    uint64_t quotient =
        (uint64_t)guess << shift >> (DIV64_HALF_BITS - 1);

    if (quotient != 0)
        quotient--;
    number -= quotient * divisor;
    if (number >= divisor) {
        number -= divisor;
        quotient++;
    }
    *rest = number;
    return quotient;
}

uint64_t __udivmoddi4(uint64_t number, uint64_t divisor, uint64_t *rest)
{
    uint64_t unused;

    if (rest == NULL)
        rest = &unused;
    if (divisor >> DIV64_HALF_BITS == 0)
        return div64_narrow(number, (uint32_t)divisor, rest);
    return div64_wide(number, divisor, rest);
}

uint64_t __udivdi3(uint64_t number, uint64_t divisor)
{
    return __udivmoddi4(number, divisor, NULL);
}

uint64_t __umoddi3(uint64_t number, uint64_t divisor)
{
    uint64_t rest;

    __udivmoddi4(number, divisor, &rest);
    return rest;
}

/* The magnitude of a number; that of INT64_MIN fits only without a sign. */
static uint64_t div64_magnitude(int64_t number)
{
    return number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
}

/* C rounds towards zero: the rest has the sign of the number (C11 6.5.5). */
int64_t __divmoddi4(int64_t number, int64_t divisor, int64_t *rest)
{
    uint64_t left;
    uint64_t quotient = __udivmoddi4(div64_magnitude(number),
                                     div64_magnitude(divisor), &left);

    if (rest != NULL)
        *rest = (int64_t)(number < 0 ? 0 - left : left);
    return (int64_t)((number < 0) != (divisor < 0) ? 0 - quotient : quotient);
}

int64_t __divdi3(int64_t number, int64_t divisor)
{
    return __divmoddi4(number, divisor, NULL);
}

int64_t __moddi3(int64_t number, int64_t divisor)
{
    int64_t rest;

    __divmoddi4(number, divisor, &rest);
    return rest;
}
