/* SPDX-License-Identifier: MIT */
/*
 * Random numbers, good enough for tests and for a C library's start-up, of no
 * use for secrets.  The same seed gives the same numbers.
 */
#pragma once

#include "lib/types.h"

/* Starts the generator. Context: boot, once. */
void random_seed(uint32_t seed);
uint32_t random_next(void);
void random_fill(void *buf, size_t len);
