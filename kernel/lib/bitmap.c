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

unsigned int bitmap_next_clear(const uint32_t *map, unsigned int bits,
                               unsigned int start)
{
    while (start < bits && bitmap_test(map, start)) {
        bool is_full = start % BITMAP_WORD_BITS == 0 &&
                       map[start / BITMAP_WORD_BITS] == ~0u;

        start += is_full ? BITMAP_WORD_BITS : 1;
    }
    return MIN(start, bits);
}
