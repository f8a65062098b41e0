/* SPDX-License-Identifier: MIT */
/*
 * Formatted input, private to the library: one engine, two sources.
 *
 * scan_input reads characters from a source as a format asks and stores what
 * it converts; scanf.c has the sources.
 */
#pragma once

#include <stdarg.h>

struct source {
    int (*get)(struct source *source);           /* a byte, or EOF */
    void (*unget)(struct source *source, int c); /* the byte got last */
    int taken;                                   /* bytes so far, for %n */
};

/* Returns how many conversions were stored, or EOF if input ended first. */
int scan_input(struct source *source, const char *format, va_list args);
