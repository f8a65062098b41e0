/* SPDX-License-Identifier: MIT */
/* The kernel's counts of resource use in the units of the ABI. */
#ifndef SYS_USAGE_H
#define SYS_USAGE_H

#include <asm/resource.h>

#include "proc/proc.h"

void usage_to_rusage(const struct usage *usage, struct rusage *ru);

#endif
