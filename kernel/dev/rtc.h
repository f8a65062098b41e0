/* SPDX-License-Identifier: MIT */
/* The battery-backed clock: what time it is at boot. */
#pragma once

#include "lib/types.h"

/* Returns: seconds since 1970, taking the clock for UTC; 0 where it shows
 * nonsense. Context: boot. */
int64_t rtc_read_seconds(void);
