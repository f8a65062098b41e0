/* SPDX-License-Identifier: MIT */
/* Formats for the types of stdint.h: inttypes.h(0p). */
#pragma once

#include <stdint.h>

#define PRId8   "d"
#define PRId16  "d"
#define PRId32  "d"
#define PRId64  "lld"
#define PRIi32  "i"
#define PRIi64  "lli"
#define PRIu8   "u"
#define PRIu16  "u"
#define PRIu32  "u"
#define PRIu64  "llu"
#define PRIx8   "x"
#define PRIx16  "x"
#define PRIx32  "x"
#define PRIx64  "llx"
#define PRIX32  "X"
#define PRIX64  "llX"
#define PRIo32  "o"
#define PRIo64  "llo"
#define PRIdPTR "d"
#define PRIuPTR "u"
#define PRIxPTR "x"
#define PRIdMAX "lld"
#define PRIuMAX "llu"
#define PRIxMAX "llx"
#define SCNd32  "d"
#define SCNd64  "lld"
#define SCNu32  "u"
#define SCNu64  "llu"
#define SCNx32  "x"
#define SCNx64  "llx"
#define SCNdMAX "lld"
#define SCNuMAX "llu"

intmax_t strtoimax(const char *restrict s, char **restrict end, int base);
uintmax_t strtoumax(const char *restrict s, char **restrict end, int base);
intmax_t imaxabs(intmax_t value);
