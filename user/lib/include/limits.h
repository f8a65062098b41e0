/* SPDX-License-Identifier: MIT */
/* Limits: limits.h(0p); sizes as the compiler has them. */
#pragma once

#include <asm/limits.h>

#define CHAR_BIT  __CHAR_BIT__
#define SCHAR_MAX __SCHAR_MAX__
#define SCHAR_MIN (-SCHAR_MAX - 1)
#define UCHAR_MAX (2 * SCHAR_MAX + 1)
#ifdef __CHAR_UNSIGNED__
#define CHAR_MIN 0
#define CHAR_MAX UCHAR_MAX
#else
#define CHAR_MIN SCHAR_MIN
#define CHAR_MAX SCHAR_MAX
#endif
#define SHRT_MAX         __SHRT_MAX__
#define SHRT_MIN         (-SHRT_MAX - 1)
#define USHRT_MAX        (2 * SHRT_MAX + 1)
#define INT_MAX          __INT_MAX__
#define INT_MIN          (-INT_MAX - 1)
#define UINT_MAX         (2U * INT_MAX + 1)
#define LONG_MAX         __LONG_MAX__
#define LONG_MIN         (-LONG_MAX - 1L)
#define ULONG_MAX        (2UL * LONG_MAX + 1)
#define LLONG_MAX        __LONG_LONG_MAX__
#define LLONG_MIN        (-LLONG_MAX - 1LL)
#define ULLONG_MAX       (2ULL * LLONG_MAX + 1)
#define SSIZE_MAX        INT_MAX
#define MB_LEN_MAX       1
#define LINE_MAX         2048
#define PAGESIZE         4096
#define PAGE_SIZE        PAGESIZE
#define TTY_NAME_MAX     32
#define LOGIN_NAME_MAX   256
#define NZERO            20
#define _POSIX_PATH_MAX  256
#define _POSIX_PIPE_BUF  512
#define _POSIX_ARG_MAX   4096
#define _POSIX_OPEN_MAX  20
#define _POSIX_CHILD_MAX 25
