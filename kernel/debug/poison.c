/* SPDX-License-Identifier: MIT */
/*
 * A pattern in memory that nobody may touch; see debug/poison.h.
 *
 * Called by mm/frame.c, mm/kmalloc.c and x86/kstack.c, in any context. Owns nothing.
 */
#include "debug/poison.h"

#define POISON 0xDEADBEEFu /* odd, and no address of the direct map's low end */

void poison_fill(void *start, size_t len)
{
    uint32_t *words = start;

    for (size_t i = 0; i < len / sizeof(*words); i++)
        words[i] = POISON;
}

size_t poison_find(const void *start, size_t len)
{
    const uint32_t *words = start;

    for (size_t i = 0; i < len / sizeof(*words); i++) {
        if (words[i] != POISON)
            return i * sizeof(*words);
    }
    return len;
}
