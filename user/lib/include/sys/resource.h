/* SPDX-License-Identifier: MIT */
/* Resource use: getrusage(2). */
#ifndef LIBC_SYS_RESOURCE_H
#define LIBC_SYS_RESOURCE_H

#include <sys/time.h>
#include <asm/resource.h>

typedef unsigned long rlim_t;

int getrusage(int who, struct rusage *usage);

#endif
