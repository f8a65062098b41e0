/* SPDX-License-Identifier: MIT */
/* Operations on a process: prctl(2). */
#ifndef LIBC_SYS_PRCTL_H
#define LIBC_SYS_PRCTL_H

#include <asm/prctl.h>

int prctl(int option, ...);

#endif
