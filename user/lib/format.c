/* SPDX-License-Identifier: MIT */
/*
 * The engine of the printf family (printf(3)).
 *
 * A format is plain text with conversions in it: % flags width .precision
 * length letter.  Each is parsed into struct conversion, its argument fetched
 * and turned into digits, and prefix and digits are padded to the width.
 * Letters: d i u o x X c s p n % f F (e and g are printed as f).
 * Read next: printf.c, format_float.c.
 */
#include <errno.h>
#include <stdint.h>
#include <string.h>
#include "format.h"

#define DIGITS_MAX 22 /* of 64 bits, in octal */

static void sink_put(struct sink *sink, const char *text, size_t len)
{
    sink->total += len;
    sink->put(sink, text, len);
}

static void sink_fill(struct sink *sink, char c, int count)
{
    for (; count > 0; count--)
        sink_put(sink, &c, 1);
}

void format_padded(struct sink *sink, const struct conversion *conv,
                   const char *prefix, const char *digits, size_t len)
{
    int fill = conv->width - (int)(strlen(prefix) + len) - conv->zeros;
    int is_zero_filled = conv->has_zeros && !conv->is_left;

    if (!conv->is_left && !is_zero_filled)
        sink_fill(sink, ' ', fill);
    sink_put(sink, prefix, strlen(prefix));
    sink_fill(sink, '0', is_zero_filled ? fill : conv->zeros);
    sink_put(sink, digits, len);
    if (conv->is_left)
        sink_fill(sink, ' ', fill);
}

/* The digits of VALUE, ending at END; returns where they begin. */
static char *write_digits(char *end, uint64_t value, unsigned int base,
                          const char *symbols)
{
    while (value > UINT32_MAX) { /* few values need 64-bit division */
        *--end = symbols[value % base];
        value /= base;
    }
    for (uint32_t rest = (uint32_t)value; rest; rest /= base)
        *--end = symbols[rest % base];
    return end;
}

static unsigned int number_base(char letter)
{
    if (letter == 'o')
        return 8;
    return letter == 'x' || letter == 'X' || letter == 'p' ? 16 : 10;
}

static void format_integer(struct sink *sink, struct conversion *conv,
                           uint64_t value, const char *prefix)
{
    const char *symbols = conv->letter == 'X' ? "0123456789ABCDEF"
                                              : "0123456789abcdef";
    unsigned int base = number_base(conv->letter);
    char digits[DIGITS_MAX];
    char *end = digits + sizeof(digits);
    char *start = write_digits(end, value, base, symbols);
    int len = (int)(end - start);
    int digits_min = conv->precision == PRECISION_NONE ? 1 : conv->precision;

    if (conv->is_alternate && base == 16 && value)
        prefix = conv->letter == 'X' ? "0X" : "0x";
    if (conv->is_alternate && base == 8 && digits_min <= len)
        digits_min = len + 1;
    if (conv->precision != PRECISION_NONE)
        conv->has_zeros = 0; /* printf(3): a precision overrides the flag */
    if (conv->has_zeros && !conv->is_left &&
        digits_min < conv->width - (int)strlen(prefix))
        digits_min = conv->width - (int)strlen(prefix);
    conv->has_zeros = 0;
    conv->zeros = digits_min > len ? digits_min - len : 0;
    format_padded(sink, conv, prefix, start, (size_t)len);
}

static void format_signed(struct sink *sink, struct conversion *conv,
                          int64_t value)
{
    const char *prefix = conv->has_sign ? "+" : conv->has_space ? " " : "";

    if (value < 0)
        format_integer(sink, conv, 0 - (uint64_t)value, "-");
    else
        format_integer(sink, conv, (uint64_t)value, prefix);
}

static void format_string(struct sink *sink, struct conversion *conv,
                          const char *s)
{
    if (!s)
        s = "(null)";
    conv->has_zeros = 0;
    format_padded(sink, conv, "", s,
                  conv->precision == PRECISION_NONE
                      ? strlen(s)
                      : strnlen(s, (size_t)conv->precision));
}

static const char *parse_flags(const char *at, struct conversion *conv)
{
    for (;; at++) {
        switch (*at) {
        case '-':
            conv->is_left = 1;
            break;
        case '0':
            conv->has_zeros = 1;
            break;
        case '+':
            conv->has_sign = 1;
            break;
        case ' ':
            conv->has_space = 1;
            break;
        case '#':
            conv->is_alternate = 1;
            break;
        default:
            return at;
        }
    }
}

static const char *parse_number(const char *at, int *number)
{
    for (*number = 0; *at >= '0' && *at <= '9'; at++)
        *number = *number * 10 + (*at - '0');
    return at;
}

/* On i386 long, size_t, ptrdiff_t and int are 32 bits wide: only hh, h and
 * the 64-bit lengths matter. */
static const char *parse_length(const char *at, struct conversion *conv)
{
    for (;; at++) {
        switch (*at) {
        case 'h':
            conv->length = conv->length == 'h' ? 'H' : 'h';
            break;
        case 'l':
            conv->length = conv->length == 'l' ? 'L' : 'l';
            break;
        case 'j':
        case 'q':
            conv->length = 'L';
            break;
        case 'z':
        case 't':
            conv->length = 'l';
            break;
        default:
            return at;
        }
    }
}

static int64_t narrow_signed(int length, int value)
{
    if (length == 'H')
        return (signed char)value;
    return length == 'h' ? (short)value : value;
}

static uint64_t narrow_unsigned(int length, unsigned int value)
{
    if (length == 'H')
        return (unsigned char)value;
    return length == 'h' ? (unsigned short)value : value;
}

/* va_list is handed on by address: each call takes its own argument. */
struct arguments {
    va_list list;
};

static const char *parse_conversion(const char *at, struct conversion *conv,
                                    struct arguments *args)
{
    at = parse_flags(at, conv);
    if (*at == '*') {
        conv->width = va_arg(args->list, int);
        at++;
        if (conv->width < 0) {
            conv->is_left = 1;
            conv->width = -conv->width;
        }
    } else {
        at = parse_number(at, &conv->width);
    }
    if (*at == '.') {
        at++;
        if (*at == '*') {
            conv->precision = va_arg(args->list, int);
            if (conv->precision < 0)
                conv->precision = PRECISION_NONE;
            at++;
        } else {
            at = parse_number(at, &conv->precision);
        }
    }
    at = parse_length(at, conv);
    conv->letter = *at;
    return *at ? at + 1 : at;
}

static void format_argument(struct sink *sink, struct conversion *conv,
                            struct arguments *args)
{
    char c;

    switch (conv->letter) {
    case 'd':
    case 'i':
        format_signed(
            sink, conv,
            conv->length == 'L'
                ? va_arg(args->list, int64_t)
                : narrow_signed(conv->length, va_arg(args->list, int)));
        break;
    case 'u':
    case 'o':
    case 'x':
    case 'X':
        format_integer(sink, conv,
                       conv->length == 'L'
                           ? va_arg(args->list, uint64_t)
                           : narrow_unsigned(conv->length,
                                             va_arg(args->list, unsigned int)),
                       "");
        break;
    case 'p':
        conv->is_alternate = 1;
        format_integer(sink, conv, (uintptr_t)va_arg(args->list, void *), "");
        break;
    case 'c':
        c = (char)va_arg(args->list, int);
        conv->has_zeros = 0;
        format_padded(sink, conv, "", &c, 1);
        break;
    case 's':
        format_string(sink, conv, va_arg(args->list, const char *));
        break;
    case 'm':
        format_string(sink, conv, strerror(errno));
        break;
    case 'n':
        *va_arg(args->list, int *) = (int)sink->total;
        break;
    default:
        if (conv->letter && strchr("fFeEgG", conv->letter))
            format_double(sink, conv, va_arg(args->list, double));
        else
            sink_put(sink, &conv->letter, conv->letter != '\0');
        break;
    }
}

int format_output(struct sink *sink, const char *format, va_list list)
{
    struct arguments args;

    va_copy(args.list, list);
    while (*format) {
        struct conversion conv = {.precision = PRECISION_NONE};
        const char *percent = strchrnul(format, '%');

        if (percent > format)
            sink_put(sink, format, (size_t)(percent - format));
        format = percent;
        if (*format == '%') {
            format = parse_conversion(format + 1, &conv, &args);
            format_argument(sink, &conv, &args);
        }
    }
    va_end(args.list);
    return (int)sink->total;
}
