/* SPDX-License-Identifier: MIT */
/*
 * Bitmaps: the search agrees with looking at every bit.
 *
 * Sources: kernel/lib/bitmap.c
 */
#include "lib/bitmap.h"

#include "tap.h"

#define BITS 75u

static unsigned int search_slowly(const uint32_t *map, unsigned int start)
{
    for (unsigned int bit = start; bit < BITS; bit++) {
        if (!bitmap_test(map, bit))
            return bit;
    }
    return BITS;
}

static bool agrees(const uint32_t *map)
{
    for (unsigned int start = 0; start <= BITS; start++) {
        if (bitmap_next_clear(map, BITS, start) != search_slowly(map, start))
            return false;
    }
    return true;
}

int main(void)
{
    uint32_t map[BITMAP_WORDS(BITS)] = { 0 };
    uint32_t random = 12345;
    bool always = true;

    tap_is(ARRAY_LEN(map), 3, "75 bits take three words");
    tap_is(bitmap_next_clear(map, BITS, 7), 7, "all bits of an empty map are clear");
    bitmap_set(map, 0);
    bitmap_set(map, 31);
    bitmap_set(map, 32);
    tap_ok(bitmap_test(map, 31) && bitmap_test(map, 32) &&
               !bitmap_test(map, 33),
           "bits are set across a word's border");
    tap_is(bitmap_next_clear(map, BITS, 31), 33, "and passed over there");
    map[1] = ~0u;
    map[2] = ~(1u << 10);
    tap_is(bitmap_next_clear(map, BITS, 33), 74, "the last bit is found");
    bitmap_set(map, 74);
    tap_is(bitmap_next_clear(map, BITS, 33), BITS, "a bit that was set is not");
    bitmap_clear(map, 74);
    tap_is(bitmap_next_clear(map, BITS, 33), 74, "cleared it is again");
    map[2] = ~(~0u << 11); /* bits 75 and up, outside */
    tap_is(bitmap_next_clear(map, BITS, 33), BITS,
           "bits beyond the size are never found");
    for (int round = 0; round < 500; round++) {
        for (unsigned int word = 0; word < ARRAY_LEN(map); word++) {
            random = random * 1664525 + 1013904223;
            map[word] = random >> (round % 32);
        }
        always &= agrees(map);
    }
    tap_ok(always, "500 random maps: the same as bit by bit");
    return tap_done();
}
