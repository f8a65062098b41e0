/* SPDX-License-Identifier: MIT */
/*
 * Formatted output, private to the library: one engine, several sinks.
 *
 * format_output turns a format and its arguments into pieces of text and
 * gives each to the sink; printf.c has the sinks.
 */
#pragma once

#include <stdarg.h>
#include <stddef.h>

struct sink {
    void (*put)(struct sink *sink, const char *text, size_t len);
    size_t total; /* bytes that were given to it */
};

/* One conversion such as "%-8.3lx". */
struct conversion {
    int is_left;      /* '-' */
    int has_zeros;    /* '0' */
    int has_sign;     /* '+' */
    int has_space;    /* ' ' */
    int is_alternate; /* '#' */
    int width;
    int precision; /* or PRECISION_NONE */
    int zeros;     /* in front of the digits */
    int length;    /* the modifier: 0, 'h', 'H' (hh), 'l', 'L' (ll) */
    char letter;
};

#define PRECISION_NONE (-1)

/* Gives all of the text to SINK.  Returns its length. */
int format_output(struct sink *sink, const char *format, va_list args);

/* PREFIX and DIGITS, filled up to the width in the way that CONV says. */
void format_padded(struct sink *sink, const struct conversion *conv,
                   const char *prefix, const char *digits, size_t len);

/* VALUE as %f, %e or %g has it. */
void format_double(struct sink *sink, const struct conversion *conv,
                   double value);
