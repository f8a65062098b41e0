/* SPDX-License-Identifier: MIT */
/* What the calls that make mappings and those that lock them share. */
#pragma once

#include "lib/types.h"

/* Whether the running process may lock BYTES more: RLIMIT_MEMLOCK.
 * Errors: -EPERM it may lock nothing; ERROR that would be too much. */
int lock_permit(size_t bytes, int error) MUST_CHECK;
