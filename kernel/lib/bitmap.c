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

/*
 * The first bit at START or after it that is set in the map with every word
 * exclusive-ored with FLIP; so all ones looks for a clear bit.
 */
static unsigned int bitmap_search(const uint32_t *map, unsigned int bits,
                                  unsigned int start, uint32_t flip)
{
    unsigned int word = start / BITMAP_WORD_BITS;
    uint32_t mask = ~0u << start % BITMAP_WORD_BITS;

    for (; word < BITMAP_WORDS(bits); word++) {
        uint32_t found = (map[word] ^ flip) & mask;

        if (found != 0) {
            unsigned int bit =
                word * BITMAP_WORD_BITS + (unsigned int)__builtin_ctz(found);

            return MIN(bit, bits);
        }
        mask = ~0u;
    }
    return bits;
}

unsigned int bitmap_next_clear(const uint32_t *map, unsigned int bits,
                               unsigned int start)
{
    return bitmap_search(map, bits, start, ~0u);
}

unsigned int bitmap_next_set(const uint32_t *map, unsigned int bits,
                             unsigned int start)
{
    return bitmap_search(map, bits, start, 0);
}
