/* SPDX-License-Identifier: MIT */
/* Process times: times(2). */
#pragma once

#include <sys/types.h>
#include <asm/time.h>

clock_t times(struct tms *buf);
