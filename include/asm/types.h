/* SPDX-License-Identifier: MIT */
/* Scalar types of the Linux i386 ABI. */
#ifndef ASM_TYPES_H
#define ASM_TYPES_H

#include <stddef.h>
#include <stdint.h>

typedef int pid_t;
typedef unsigned int uid_t;
typedef unsigned int gid_t;
typedef unsigned int mode_t;
typedef long long loff_t;
typedef long clock_t;
typedef long suseconds_t;

#endif
