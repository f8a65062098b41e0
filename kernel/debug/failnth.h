/* SPDX-License-Identifier: MIT */
/*
 * Memory that runs out on purpose: /proc/[pid]/fail-nth.
 *
 * A process writes N there, and the Nth allocation that the kernel makes for its
 * next system calls fails; the file then reads 0. With N = 1, 2, 3 ... until one
 * is not reached, every way in which a call can run out of memory is gone through.
 * Pages that a program touches do not count, nor does what /proc itself needs.
 */
#pragma once

#include "lib/types.h"

/* Whether the allocation about to be made for the running process shall fail.
 * Context: any. */
bool fail_is_due(void);

/* Until it is called with false, nothing fails or is counted. Does not nest. */
void fail_hold(bool is_held);

/* COUNTER returns the running process's count, which is 0 for none. */
void fail_set_counter(unsigned int *(*counter)(void));

/* Adds the file to /proc. Context: boot. */
void fail_init(void);
