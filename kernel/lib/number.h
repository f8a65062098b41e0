/* SPDX-License-Identifier: MIT */
/* Numbers that somebody wrote as text. */
#pragma once

#include "lib/types.h"

/*
 * Reads all of TEXT, but for a newline at its end, as a decimal number up to MAX.
 * Returns: whether it is one; *NUMBER is set only then.
 */
bool number_parse(const char *text, unsigned long max, unsigned long *number);
