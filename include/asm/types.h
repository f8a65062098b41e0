/* SPDX-License-Identifier: MIT */
/* Scalar types of the Linux i386 ABI. */
#pragma once

#include <stddef.h>
#include <stdint.h>

typedef int pid_t;
typedef unsigned int uid_t;
typedef unsigned int gid_t;
typedef unsigned int mode_t;
typedef long long loff_t;
typedef long clock_t;
typedef long suseconds_t;
