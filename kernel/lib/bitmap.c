/* SPDX-License-Identifier: MIT */
/*
 * Searching a set of small numbers, a word at a time.
 *
 * Called by whoever hands out numbers (pids, file descriptors, stack slots),
 * from any context; the array belongs to the caller.  Bits of the last word
 * beyond the set's size may have any value: the search never returns them.
 * Read next: lib/bitmap.h for setting and clearing.
 */
#include "lib/bitmap.h"

/* The first bit at START or after it that is VALUE, or BITS. */
static unsigned int bitmap_search(const uint32_t *map, unsigned int bits,
                                  unsigned int start, bool value)
{
    uint32_t useless = value ? 0 : ~0u; /* a word with no such bit */

    while (start < bits && bitmap_test(map, start) != value) {
        bool is_word = start % BITMAP_WORD_BITS == 0 &&
                       map[start / BITMAP_WORD_BITS] == useless;

        start += is_word ? BITMAP_WORD_BITS : 1;
    }
    return MIN(start, bits);
}

unsigned int bitmap_next_clear(const uint32_t *map, unsigned int bits,
                               unsigned int start)
{
    return bitmap_search(map, bits, start, false);
}

unsigned int bitmap_next_set(const uint32_t *map, unsigned int bits,
                             unsigned int start)
{
    return bitmap_search(map, bits, start, true);
}
