/* SPDX-License-Identifier: MIT */
/* Process times: times(2). */
#ifndef LIBC_SYS_TIMES_H
#define LIBC_SYS_TIMES_H

#include <sys/types.h>
#include <asm/time.h>

clock_t times(struct tms *buf);

#endif
