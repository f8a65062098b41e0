/* SPDX-License-Identifier: MIT */
/*
 * Formatting of text into memory: the part of snprintf(3) that the kernel uses.
 *
 * Called from everywhere, also from a panic: it allocates nothing, keeps no
 * state and touches only the caller's buffer.  Invariant: never more than SIZE
 * bytes are written, the last of them NUL, while the length is counted on as
 * if there were room for all.  A conversion that is not known is shown as it
 * stands, so that the mistake is seen.
 * Read next: lib/klog.c, which sends such text to the console.
 */
#include "lib/printf.h"

#include "lib/string.h"

/* Where the text goes, and how long it has become. */
struct printf_out {
    char *buf;
    size_t size;
    size_t len;
};

/* One conversion: what stands between % and its letter. */
struct printf_spec {
    bool left, zero;    /* the flags - and 0 */
    int width;
    int precision;      /* of a text: its length at most; -1: none given */
    unsigned int longs; /* how many letters l; z counts as one */
};

/* va_list is handed on by a pointer, for only so do all see its progress. */
struct printf_args {
    va_list list;
};

/* The longest number: a sign and 64 bits in decimal. */
#define PRINTF_DIGITS_MAX 21

enum { PRINTF_OCTAL = 8, PRINTF_DECIMAL = 10, PRINTF_HEX = 16 };

static void printf_put(struct printf_out *out, char c)
{
    if (out->len + 1 < out->size)
        out->buf[out->len] = c;
    out->len++;
}

/* Puts a field of text, filled to its width on the side that the flags say. */
static void printf_field(struct printf_out *out, const struct printf_spec *spec,
                         const char *text, size_t len)
{
    int missing = spec->width - (int)len;

    for (; missing > 0 && !spec->left; missing--)
        printf_put(out, spec->zero ? '0' : ' ');
    while (len-- > 0)
        printf_put(out, *text++);
    for (; missing > 0; missing--)
        printf_put(out, ' ');
}

static void printf_string(struct printf_out *out,
                          const struct printf_spec *spec, const char *text)
{
    if (text == NULL)
        text = "(null)";
    /* As a size, the precision -1 is more than any text has. */
    printf_field(out, spec, text, strnlen(text, (size_t)spec->precision));
}

static void printf_number(struct printf_out *out, struct printf_spec *spec,
                          uint64_t value, unsigned int base, bool is_negative)
{
    char digits[PRINTF_DIGITS_MAX];
    char *end = digits + sizeof(digits);
    char *first = end;

    do {
        *--first = "0123456789abcdef"[value % base];
        value /= base;
    } while (value != 0);
    if (is_negative && spec->zero) { /* the sign stands before the zeros */
        printf_put(out, '-');
        spec->width--;
    } else if (is_negative) {
        *--first = '-';
    }
    printf_field(out, spec, first, (size_t)(end - first));
}

/* The next argument, a number of LONGS letters l; a negative one in two's complement. */
static uint64_t printf_arg(struct printf_args *args, unsigned int longs,
                           bool is_signed)
{
    if (longs > 1)
        return va_arg(args->list, uint64_t);
    if (longs == 1)
        return is_signed ? (uint64_t)va_arg(args->list, long)
                         : va_arg(args->list, unsigned long);
    return is_signed ? (uint64_t)va_arg(args->list, int)
                     : va_arg(args->list, unsigned int);
}

/* Reads a decimal number or * at *FORMAT. Returns: it, or 0 for none. */
static int printf_read_number(const char **format, struct printf_args *args)
{
    int value = 0;

    if (**format == '*') {
        (*format)++;
        return va_arg(args->list, int);
    }
    while (**format >= '0' && **format <= '9')
        value = value * PRINTF_DECIMAL + (*(*format)++ - '0');
    return value;
}

/* Reads what stands before the letter of a conversion. */
static void printf_read_spec(struct printf_spec *spec, const char **format,
                             struct printf_args *args)
{
    *spec = (struct printf_spec){ .precision = -1 };
    for (; **format == '-' || **format == '0'; (*format)++) {
        spec->left |= **format == '-';
        spec->zero |= **format == '0';
    }
    spec->width = printf_read_number(format, args);
    if (**format == '.') {
        (*format)++;
        spec->precision = printf_read_number(format, args);
    }
    for (; **format == 'l' || **format == 'z'; (*format)++)
        spec->longs++;
}

/* Puts the conversion LETTER. Returns: false where it is not known. */
static bool printf_convert(struct printf_out *out, struct printf_spec *spec,
                           char letter, struct printf_args *args)
{
    int64_t value;
    char c;

    switch (letter) {
    case 'd':
        value = (int64_t)printf_arg(args, spec->longs, true);
        printf_number(out, spec,
                      value < 0 ? 0 - (uint64_t)value : (uint64_t)value,
                      PRINTF_DECIMAL, value < 0);
        return true;
    case 'u':
    case 'o':
    case 'x':
        printf_number(out, spec, printf_arg(args, spec->longs, false),
                      letter == 'x'   ? PRINTF_HEX
                      : letter == 'o' ? PRINTF_OCTAL
                                      : PRINTF_DECIMAL, false);
        return true;
    case 'p':
        printf_put(out, '0');
        printf_put(out, 'x');
        printf_number(out, spec, (uintptr_t)va_arg(args->list, void *),
                      PRINTF_HEX, false);
        return true;
    case 'c':
        c = (char)va_arg(args->list, int);
        printf_field(out, spec, &c, sizeof(c));
        return true;
    case 's':
        printf_string(out, spec, va_arg(args->list, const char *));
        return true;
    case '%':
        printf_put(out, '%');
        return true;
    default:
        return false;
    }
}

int vsnprintf(char *buf, size_t size, const char *format, va_list list)
{
    struct printf_out out = { .buf = buf, .size = size };
    struct printf_args args;

    va_copy(args.list, list);
    while (*format != '\0') {
        const char *start = format;
        struct printf_spec spec;

        if (*format++ != '%') {
            printf_put(&out, *start);
            continue;
        }
        printf_read_spec(&spec, &format, &args);
        if (*format != '\0')
            format++;
        if (!printf_convert(&out, &spec, format[-1], &args)) {
            while (start < format)
                printf_put(&out, *start++);
        }
    }
    va_end(args.list);
    if (size > 0)
        buf[MIN(out.len, size - 1)] = '\0';
    return (int)out.len;
}

int snprintf(char *buf, size_t size, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    int len = vsnprintf(buf, size, format, args);
    va_end(args);
    return len;
}
