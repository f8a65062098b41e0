/* SPDX-License-Identifier: MIT */
/*
 * A pattern in memory that nobody may touch; see debug/poison.h.
 *
 * Called by mm/frame.c, mm/kmalloc.c and x86/kstack.c, in any context. Owns nothing.
 */
#include "debug/poison.h"

#include "lib/panic.h"

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

void poison_check(const void *start, size_t len, const char *what,
                  const char *kind)
{
    size_t at = poison_find(start, len);

    if (at < len)
        panic("%s was written to: %s at %p", what, kind,
              (const void *)((const char *)start + at));
}
