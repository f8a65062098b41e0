/* SPDX-License-Identifier: MIT */
/* Which kinds of events are kept, said in words. */
#pragma once

#include "lib/types.h"

/*
 * Changes the mask by WORDS, names of categories with commas between them: NAME or
 * +NAME is added, -NAME taken away; "none" and "all" stand for what they say.
 * Returns: false where a word is unknown, and nothing has changed.
 */
bool trace_mask_set(const char *words);

/* The name of the Nth category, or NULL, and whether it is kept. */
const char *trace_category(unsigned int n, bool *is_kept);
