/* SPDX-License-Identifier: MIT */
/*
 * Formatting of text into memory, as snprintf(3) has it.
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
    bool left, zero, plus, space, alternate; /* the flags - 0 + space # */
    int width;
    int precision;                           /* -1: none given */
    enum {
        PRINTF_CHAR,
        PRINTF_SHORT,
        PRINTF_INT,
        PRINTF_LONG,
        PRINTF_LONG_LONG,
        PRINTF_SIZE,
    } length;
};

/* The longest number: 64 bits in octal. */
#define PRINTF_DIGITS_MAX 22

enum { PRINTF_OCTAL = 8, PRINTF_DECIMAL = 10, PRINTF_HEX = 16 };

static void printf_put(struct printf_out *out, char c)
{
    if (out->len + 1 < out->size)
        out->buf[out->len] = c;
    out->len++;
}

static void printf_fill(struct printf_out *out, char c, int count)
{
    while (count-- > 0)
        printf_put(out, c);
}

static void printf_text(struct printf_out *out, const char *text, size_t len)
{
    for (size_t i = 0; i < len; i++)
        printf_put(out, text[i]);
}

/* Puts a field of text, with blanks on the side that the flags say. */
static void printf_field(struct printf_out *out, const struct printf_spec *spec,
                         const char *text, size_t len)
{
    int blanks = spec->width - (int)len;

    if (!spec->left)
        printf_fill(out, ' ', blanks);
    printf_text(out, text, len);
    if (spec->left)
        printf_fill(out, ' ', blanks);
}

static void printf_string(struct printf_out *out,
                          const struct printf_spec *spec, const char *text)
{
    if (text == NULL)
        text = "(null)";
    printf_field(out, spec, text,
                 spec->precision < 0 ? strlen(text)
                                     : strnlen(text, (size_t)spec->precision));
}

/* Writes VALUE's digits at the end of DIGITS. Returns: how many. */
static int printf_digits(char digits[PRINTF_DIGITS_MAX], uint64_t value,
                         unsigned int base, bool upper)
{
    const char *letters = upper ? "0123456789ABCDEF" : "0123456789abcdef";
    int count = 0;

    while (value != 0) {
        count++;
        digits[PRINTF_DIGITS_MAX - count] = letters[value % base];
        value /= base;
    }
    return count;
}

/*
 * Puts a number: blanks, PREFIX (a sign or 0x), zeros, digits.  The precision
 * asks for a least number of digits, and only without it does the flag 0 fill
 * the width.
 */
static void printf_number(struct printf_out *out,
                          const struct printf_spec *spec, uint64_t value,
                          unsigned int base, bool upper, const char *prefix)
{
    char digits[PRINTF_DIGITS_MAX];
    int count = printf_digits(digits, value, base, upper);
    int prefix_len = (int)strlen(prefix);
    int zeros = (spec->precision < 0 ? 1 : spec->precision) - count;
    int blanks;

    zeros = MAX(zeros, 0);
    if (base == PRINTF_OCTAL && spec->alternate && zeros == 0)
        zeros = 1;
    blanks = spec->width - prefix_len - zeros - count;
    if (spec->zero && !spec->left && spec->precision < 0 && blanks > 0) {
        zeros += blanks;
        blanks = 0;
    }
    if (!spec->left)
        printf_fill(out, ' ', blanks);
    printf_text(out, prefix, (size_t)prefix_len);
    printf_fill(out, '0', zeros);
    printf_text(out, digits + PRINTF_DIGITS_MAX - count, (size_t)count);
    if (spec->left)
        printf_fill(out, ' ', blanks);
}

/* va_list is handed on by a pointer, for only so do all see its progress. */
struct printf_args {
    va_list list;
};

static int64_t printf_signed_arg(struct printf_args *args, int length)
{
    switch (length) {
    case PRINTF_CHAR:
        return (signed char)va_arg(args->list, int);
    case PRINTF_SHORT:
        return (short)va_arg(args->list, int);
    case PRINTF_LONG:
        return va_arg(args->list, long);
    case PRINTF_LONG_LONG:
        return va_arg(args->list, long long);
    case PRINTF_SIZE:
        return va_arg(args->list, ptrdiff_t);
    default:
        return va_arg(args->list, int);
    }
}

static uint64_t printf_unsigned_arg(struct printf_args *args, int length)
{
    switch (length) {
    case PRINTF_CHAR:
        return (unsigned char)va_arg(args->list, unsigned int);
    case PRINTF_SHORT:
        return (unsigned short)va_arg(args->list, unsigned int);
    case PRINTF_LONG:
        return va_arg(args->list, unsigned long);
    case PRINTF_LONG_LONG:
        return va_arg(args->list, unsigned long long);
    case PRINTF_SIZE:
        return va_arg(args->list, size_t);
    default:
        return va_arg(args->list, unsigned int);
    }
}

static void printf_signed(struct printf_out *out,
                          const struct printf_spec *spec, int64_t value)
{
    const char *sign = spec->plus ? "+" : spec->space ? " " : "";

    if (value < 0)
        sign = "-";
    printf_number(out, spec,
                  value < 0 ? 0 - (uint64_t)value : (uint64_t)value,
                  PRINTF_DECIMAL, false, sign);
}

static void printf_hex(struct printf_out *out, const struct printf_spec *spec,
                       uint64_t value, bool upper)
{
    const char *prefix = upper ? "0X" : "0x";

    if (!spec->alternate || value == 0)
        prefix = "";
    printf_number(out, spec, value, PRINTF_HEX, upper, prefix);
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

static bool printf_read_flag(struct printf_spec *spec, char c)
{
    switch (c) {
    case '-':
        return spec->left = true;
    case '0':
        return spec->zero = true;
    case '+':
        return spec->plus = true;
    case ' ':
        return spec->space = true;
    case '#':
        return spec->alternate = true;
    default:
        return false;
    }
}

static void printf_read_length(struct printf_spec *spec, const char **format)
{
    spec->length = PRINTF_INT;
    for (;; (*format)++) {
        if (**format == 'h')
            spec->length =
                spec->length == PRINTF_SHORT ? PRINTF_CHAR : PRINTF_SHORT;
        else if (**format == 'l')
            spec->length =
                spec->length == PRINTF_LONG ? PRINTF_LONG_LONG : PRINTF_LONG;
        else if (**format == 'z')
            spec->length = PRINTF_SIZE;
        else
            return;
    }
}

/* Reads what stands between % and the conversion's letter. */
static void printf_read_spec(struct printf_spec *spec, const char **format,
                             struct printf_args *args)
{
    *spec = (struct printf_spec){ .precision = -1 };
    while (printf_read_flag(spec, **format))
        (*format)++;
    spec->width = printf_read_number(format, args);
    if (spec->width < 0) { /* only * can give one: the flag - and a width */
        spec->left = true;
        spec->width = -spec->width;
    }
    if (**format == '.') {
        (*format)++;
        spec->precision = printf_read_number(format, args);
    }
    printf_read_length(spec, format);
}

/* Puts the conversion LETTER. Returns: false where it is not known. */
static bool printf_convert(struct printf_out *out, struct printf_spec *spec,
                           char letter, struct printf_args *args)
{
    char c;

    switch (letter) {
    case 'd':
    case 'i':
        printf_signed(out, spec, printf_signed_arg(args, spec->length));
        return true;
    case 'u':
        printf_number(out, spec, printf_unsigned_arg(args, spec->length),
                      PRINTF_DECIMAL, false, "");
        return true;
    case 'o':
        printf_number(out, spec, printf_unsigned_arg(args, spec->length),
                      PRINTF_OCTAL, false, "");
        return true;
    case 'x':
    case 'X':
        printf_hex(out, spec, printf_unsigned_arg(args, spec->length),
                   letter == 'X');
        return true;
    case 'p':
        printf_number(out, spec, (uintptr_t)va_arg(args->list, void *),
                      PRINTF_HEX, false, "0x");
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
        if (!printf_convert(&out, &spec, format[-1], &args))
            printf_text(&out, start, (size_t)(format - start));
    }
    va_end(args.list);
    if (size > 0)
        buf[MIN(out.len, size - 1)] = '\0';
    return (int)out.len;
}

int snprintf(char *buf, size_t size, const char *format, ...)
{
    va_list args;
    int len;

    va_start(args, format);
    len = vsnprintf(buf, size, format, args);
    va_end(args);
    return len;
}
