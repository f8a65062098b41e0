/* SPDX-License-Identifier: MIT */
/*
 * Times as programs hand them over, in four forms.  The kernel counts nanoseconds.
 */
#pragma once

#include <asm/time.h>

#include "lib/types.h"

struct itimer_value;

/* Seconds alone; struct timeval; struct timespec; the same with 64 bits, of the
 * *_time64 calls. */
enum time_form { TIME_SECONDS, TIME_VAL, TIME_SPEC, TIME_SPEC64 };

/* The size of one. */
size_t time_bytes(enum time_form form);

/* The time at the user address ADDR, as it stands there. Errors: -EFAULT. */
int time_read(uaddr_t addr, enum time_form form,
              struct timespec64 *time) MUST_CHECK;
/* The same as nanoseconds, at most NS_NEVER. Errors: -EFAULT; -EINVAL negative, or
 * a fraction of a second or more. */
int time_get(uaddr_t addr, enum time_form form, uint64_t *ns) MUST_CHECK;
/* The reverse. Errors: -EFAULT. */
int time_put(uaddr_t addr, enum time_form form, uint64_t ns) MUST_CHECK;

/* Two of them, as struct itimerval or itimerspec. Errors: as above. */
int itimer_value_get(uaddr_t addr, enum time_form form,
                     struct itimer_value *value) MUST_CHECK;
int itimer_value_put(uaddr_t addr, enum time_form form,
                     const struct itimer_value *value) MUST_CHECK;

/* The tick at which the timeout at ADDR is over: TICK_NEVER without one, 0 for a
 * timeout of nothing. Errors: -EFAULT; -EINVAL. */
int deadline_get(uaddr_t addr, enum time_form form, tick_t *deadline) MUST_CHECK;
