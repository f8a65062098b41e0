/* SPDX-License-Identifier: MIT */
/*
 * 64-bit division gives what the machine's own gives, at every border.
 *
 * Sources: kernel/lib/div64.c
 */
#include <stdint.h>

#include "lib/types.h"
#include "tap.h"

uint64_t __udivmoddi4(uint64_t number, uint64_t divisor, uint64_t *rest);
uint64_t __udivdi3(uint64_t number, uint64_t divisor);
uint64_t __umoddi3(uint64_t number, uint64_t divisor);
int64_t __divmoddi4(int64_t number, int64_t divisor, int64_t *rest);
int64_t __divdi3(int64_t number, int64_t divisor);
int64_t __moddi3(int64_t number, int64_t divisor);

static const uint64_t borders[] = {
    0, 1, 2, 3, 9, 10, 1000, 0x7fffffff, 0x80000000, 0x80000001, 0xfffffffe,
    0xffffffff, 0x100000000, 0x100000001, 0x1ffffffff, 0x200000000,
    1000000000, 10000000000, 0x7fffffffffffffff, 0x8000000000000000,
    0x8000000000000001, 0xfffffffeffffffff, 0xffffffff00000000,
    0xfffffffffffffffe, 0xffffffffffffffff,
};

static bool unsigned_agrees(uint64_t a, uint64_t b)
{
    uint64_t rest;
    uint64_t quotient = __udivmoddi4(a, b, &rest);

    if (quotient == a / b && rest == a % b && __udivdi3(a, b) == a / b &&
        __umoddi3(a, b) == a % b)
        return true;
    tap_note("%llu / %llu gave %llu, rest %llu", (unsigned long long)a,
             (unsigned long long)b, (unsigned long long)quotient,
             (unsigned long long)rest);
    return false;
}

static bool signed_agrees(int64_t a, int64_t b)
{
    int64_t rest;
    int64_t quotient;

    if (a == INT64_MIN && b == -1) /* has no result in C */
        return true;
    quotient = __divmoddi4(a, b, &rest);
    if (quotient == a / b && rest == a % b && __divdi3(a, b) == a / b &&
        __moddi3(a, b) == a % b)
        return true;
    tap_note("%lld / %lld gave %lld, rest %lld", (long long)a, (long long)b,
             (long long)quotient, (long long)rest);
    return false;
}

static uint64_t next_random(uint64_t *seed)
{
    *seed = *seed * 6364136223846793005ULL + 1442695040888963407ULL;
    return *seed ^ *seed >> 29;
}

int main(void)
{
    bool is_right = true, is_signed_right = true;
    uint64_t seed = 1;

    for (size_t i = 0; i < ARRAY_LEN(borders); i++) {
        for (size_t j = 1; j < ARRAY_LEN(borders); j++) {
            is_right &= unsigned_agrees(borders[i], borders[j]);
            is_signed_right &=
                signed_agrees((int64_t)borders[i], (int64_t)borders[j]);
        }
    }
    tap_ok(is_right, "unsigned division at every border");
    tap_ok(is_signed_right, "signed division at every border");
    is_right = is_signed_right = true;
    for (int i = 0; i < 200000; i++) {
        uint64_t a = next_random(&seed) >> (next_random(&seed) % 64);
        uint64_t b = next_random(&seed) >> (next_random(&seed) % 64);

        b += b == 0;
        is_right &= unsigned_agrees(a, b);
        is_signed_right &= signed_agrees((int64_t)a, (int64_t)b);
    }
    tap_ok(is_right, "200,000 random unsigned divisions");
    tap_ok(is_signed_right, "200,000 random signed divisions");
    return tap_done();
}
