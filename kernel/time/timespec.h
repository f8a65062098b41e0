/* SPDX-License-Identifier: MIT */
/*
 * Times as programs hand them over: seconds and a fraction, 32 or (in the
 * *_time64 calls) 64 bits wide.  The kernel counts nanoseconds.
 */
#pragma once

#include <asm/time.h>

#include "lib/types.h"

/*
 * The struct timespec at the user address ADDR, or timespec64 if IS_WIDE, as
 * nanoseconds, at most NS_NEVER.
 * Errors: -EFAULT; -EINVAL negative, or a fraction of a second or more.
 */
int timespec_get(uaddr_t addr, bool is_wide, uint64_t *ns) MUST_CHECK;
/* The reverse. Errors: -EFAULT. */
int timespec_put(uaddr_t addr, bool is_wide, uint64_t ns) MUST_CHECK;

/* Two of them, as struct itimerspec: interval first. Errors: as above. */
int itimerspec_get(uaddr_t addr, bool is_wide, uint64_t *interval_ns,
                   uint64_t *value_ns) MUST_CHECK;
int itimerspec_put(uaddr_t addr, bool is_wide, uint64_t interval_ns,
                   uint64_t value_ns) MUST_CHECK;

struct timespec timespec_of_ns(uint64_t ns);
struct timeval timeval_of_ns(uint64_t ns);
/* Errors: -EINVAL as for timespec_get. */
int timeval_to_ns(const struct timeval *tv, uint64_t *ns) MUST_CHECK;
