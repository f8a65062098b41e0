/* SPDX-License-Identifier: MIT */
/*
 * %f: a double as decimal digits, exactly rounded, in integers alone.
 *
 * A double below 2^63 is an integer part and a fraction.  The fraction is
 * held as 64 bits after the binary point; multiplied by ten, the digit
 * overflows at the top.  What is left after the last digit decides whether
 * to round up: more than half, or half and an odd digit (round half to even,
 * as printf(3) does).  Larger values are printed as "inf".
 * Read next: strtod.c, the other direction.
 */
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include "format.h"

#define DEFAULT_PRECISION  6
#define PRECISION_MAX      40
#define INTEGER_DIGITS_MAX 20
#define TWO_TO_32          4294967296.0
#define TWO_TO_63          9223372036854775808.0
#define HALF               0x8000000000000000ULL

/* VALUE from 0 to below 1, as 64 bits after the binary point. */
static uint64_t fraction_bits(double value)
{
    int64_t high = (int64_t)(value * TWO_TO_32);
    int64_t low = (int64_t)((value * TWO_TO_32 - (double)high) * TWO_TO_32);

    return (uint64_t)high << 32 | (uint64_t)low;
}

/* Takes the next decimal digit off the top of FRACTION. */
static int next_digit(uint64_t *fraction)
{
    uint64_t low = (*fraction & UINT32_MAX) * 10;
    uint64_t high = (*fraction >> 32) * 10 + (low >> 32);

    *fraction = high << 32 | (low & UINT32_MAX);
    return (int)(high >> 32);
}

/* Adds one to the last of LEN digits; returns whether the first overflowed. */
static int round_up(char *digits, int len)
{
    while (len-- > 0) {
        if (digits[len] != '9') {
            digits[len]++;
            return 0;
        }
        digits[len] = '0';
    }
    return 1;
}

static int is_odd_at_end(const char *digits, int len, int64_t integer)
{
    return len > 0 ? digits[len - 1] & 1 : (int)(integer & 1);
}

static void format_not_finite(struct sink *sink, struct conversion *conv,
                              const char *prefix, int is_nan)
{
    const char *text = conv->letter == 'F' ? (is_nan ? "NAN" : "INF")
                                           : (is_nan ? "nan" : "inf");

    conv->has_zeros = 0;
    format_padded(sink, conv, prefix, text, strlen(text));
}

void format_double(struct sink *sink, const struct conversion *conv,
                   double value)
{
    char text[INTEGER_DIGITS_MAX + 1 + PRECISION_MAX + 1];
    char digits[PRECISION_MAX + 1];
    const char *prefix = conv->has_sign ? "+" : conv->has_space ? " " : "";
    struct conversion plain = *conv;
    int precision = conv->precision;
    uint64_t fraction;
    int64_t integer;
    int len;

    if (__builtin_signbit(value)) {
        prefix = "-";
        value = -value;
    }
    if (!(value < TWO_TO_63)) { /* also when it is not a number */
        format_not_finite(sink, &plain, prefix, value != value);
        return;
    }
    if (precision == PRECISION_NONE)
        precision = DEFAULT_PRECISION;
    if (precision > PRECISION_MAX)
        precision = PRECISION_MAX;

    integer = (int64_t)value;
    fraction = fraction_bits(value - (double)integer);
    for (int i = 0; i < precision; i++)
        digits[i] = (char)('0' + next_digit(&fraction));
    digits[precision] = '\0';
    if (fraction > HALF ||
        (fraction == HALF && is_odd_at_end(digits, precision, integer)))
        integer += round_up(digits, precision);

    len = snprintf(text, sizeof(text), "%lld%s%s", (long long)integer,
                   precision > 0 || conv->is_alternate ? "." : "", digits);
    format_padded(sink, &plain, prefix, text, (size_t)len);
}
