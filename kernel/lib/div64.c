/* SPDX-License-Identifier: MIT */
/*
 * Division of 64-bit numbers on a machine that divides 64 bits by 32.
 *
 * Nobody calls these by name: for long long, / and % compile to them on i386.
 * Compilers bring them in a library of their own; Tine does without it, in
 * the kernel as in the user library, so that all its code can be read.
 * Owns nothing.  Invariant: only 32-bit division is used, or the functions
 * would call themselves.  A division by zero traps, as a 32-bit one does.
 * Both methods are those of school: by digits of 32 bits where the divisor is
 * one digit, and else bit by bit.
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

/* The divisor is one digit, so what is left of each division is one too. */
static uint64_t div64_narrow(uint64_t number, uint32_t divisor, uint64_t *rest)
{
    uint32_t left;
    uint64_t high =
        div64_step(0, (uint32_t)(number >> DIV64_HALF_BITS), divisor, &left);
    uint32_t low = div64_step(left, (uint32_t)number, divisor, &left);

    *rest = left;
    return high << DIV64_HALF_BITS | low;
}

/* The divisor has two digits, so the quotient has one: at most 32 bits. */
static uint64_t div64_wide(uint64_t number, uint64_t divisor, uint64_t *rest)
{
    uint32_t quotient = 0;

    for (int bit = __builtin_clz((uint32_t)(divisor >> DIV64_HALF_BITS));
         bit >= 0; bit--) {
        if (number >= divisor << bit) {
            number -= divisor << bit;
            quotient |= 1u << bit;
        }
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
