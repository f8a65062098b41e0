/* SPDX-License-Identifier: MIT */
/*
 * A pattern in memory that nobody may touch: whoever writes there destroys it and
 * is found out later.  Used for freed objects, always; and in a kernel made with
 * DEBUG=1 for freed frames, round objects and in unused kernel stacks.
 */
#pragma once

#include "lib/types.h"

/* Whether this kernel was made with DEBUG=1: checks that cost much are on. */
#ifdef TINE_DEBUG
#define IS_DEBUG true
#else
#define IS_DEBUG false
#endif

/* Fills LEN bytes, both a multiple of 4. */
void poison_fill(void *start, size_t len);
/* Returns: where the pattern is destroyed first, in bytes; LEN if it is not. */
size_t poison_find(const void *start, size_t len);
/* Panics where it is destroyed: in WHAT, of the kind KIND. */
void poison_check(const void *start, size_t len, const char *what,
                  const char *kind);
