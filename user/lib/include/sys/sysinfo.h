/* SPDX-License-Identifier: MIT */
/* Figures of the system: sysinfo(2). */
#ifndef LIBC_SYS_SYSINFO_H
#define LIBC_SYS_SYSINFO_H

#include <asm/sysinfo.h>

int sysinfo(struct sysinfo *info);

#endif
