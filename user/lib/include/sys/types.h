/* SPDX-License-Identifier: MIT */
/* Scalar types: sys_types.h(0p). */
#pragma once

#include <asm/types.h>
#include <asm/time.h>

typedef int ssize_t;
typedef long long off_t;
typedef unsigned long long dev_t;
typedef unsigned long long ino_t;
typedef unsigned int nlink_t;
typedef long blksize_t;
typedef long long blkcnt_t;
typedef unsigned int id_t;
typedef int clockid_t;
typedef int timer_t;
typedef unsigned int useconds_t;

typedef unsigned char u_char;
typedef unsigned short u_short;
typedef unsigned int u_int;
typedef unsigned long u_long;
