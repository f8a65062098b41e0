/* SPDX-License-Identifier: MIT */
/*
 * %f, %e and %g: a double as decimal digits, exactly, as one does it by hand.
 *
 * A double is a whole number times a power of two: the number is written down
 * digit by digit, and then doubled or halved as often as the power says.  What
 * comes out has some hundred digits at most and is exact, so that rounding it
 * (the half to the even digit, as printf(3) does) is right in every case.
 * Read next: strtod.c, the other direction.
 */
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include "format.h"

#define DEFAULT_PRECISION 6
#define PRECISION_MAX     1100
#define DIGITS_MAX        800 /* the longest double has 767 */
#define INTEGER_DIGITS    310
#define EXPONENT_CHARS    8
#define FRACTION_BITS     52
#define EXPONENT_MASK     0x7ff
#define EXPONENT_BIAS     1075 /* of the number as a whole one */
#define FIXED_LEAST       (-4) /* %g: smaller exponents are shown */

/* 0.ddd times ten to the power of POINT; zero has no digits. */
struct decimal {
    unsigned char digit[DIGITS_MAX];
    int len, point;
};

static void decimal_double(struct decimal *d)
{
    int carry = 0;

    for (int i = d->len; i-- > 0;) {
        int twice = d->digit[i] * 2 + carry;

        d->digit[i] = (unsigned char)(twice % 10);
        carry = twice / 10;
    }
    if (carry) {
        memmove(d->digit + 1, d->digit, (size_t)d->len++);
        d->digit[0] = (unsigned char)carry;
        d->point++;
    }
}

static void decimal_halve(struct decimal *d)
{
    int rest = 0;

    for (int i = 0; i < d->len; i++) {
        int n = rest * 10 + d->digit[i];

        d->digit[i] = (unsigned char)(n / 2);
        rest = n % 2;
    }
    if (rest)
        d->digit[d->len++] = 10 / 2;
    if (d->len > 0 && d->digit[0] == 0) {
        memmove(d->digit, d->digit + 1, (size_t)--d->len);
        d->point--;
    }
}

/* VALUE, which is finite and not negative. */
static void decimal_from(struct decimal *d, double value)
{
    uint64_t bits;
    int exponent;

    memcpy(&bits, &value, sizeof(bits));
    exponent = (int)(bits >> FRACTION_BITS) & EXPONENT_MASK;
    bits &= (1ULL << FRACTION_BITS) - 1;
    if (exponent > 0)
        bits |= 1ULL << FRACTION_BITS;
    else
        exponent = 1;
    d->len = d->point = 0;
    for (int i = FRACTION_BITS; i >= 0; i--) {
        decimal_double(d);
        if (bits >> i & 1) {
            if (d->len == 0)
                d->digit[d->len++] = 0;
            d->point = d->len;
            d->digit[d->len - 1]++; /* it was even */
        }
    }
    for (exponent -= EXPONENT_BIAS; exponent > 0; exponent--)
        decimal_double(d);
    for (; exponent < 0; exponent++)
        decimal_halve(d);
}

static void decimal_trim(struct decimal *d)
{
    while (d->len > 0 && d->digit[d->len - 1] == 0)
        d->len--;
    if (d->len == 0)
        d->point = 0;
}

/* Rounds to the first KEEP digits, of which there may be none. */
static void decimal_round(struct decimal *d, int keep)
{
    int up;

    decimal_trim(d);
    if (keep >= d->len)
        return;
    up = keep >= 0 &&
         (d->digit[keep] > 5 ||
          (d->digit[keep] == 5 &&
           (keep + 1 < d->len || (keep > 0 && d->digit[keep - 1] % 2))));
    while (up && keep > 0 && d->digit[keep - 1] == 9)
        keep--;
    d->len = keep > 0 ? keep : 0;
    if (up && keep == 0) {
        d->digit[d->len++] = 1;
        d->point++;
    } else if (up) {
        d->digit[keep - 1]++;
    }
    decimal_trim(d);
}

static char decimal_at(const struct decimal *d, int i)
{
    return (char)('0' + (i >= 0 && i < d->len ? d->digit[i] : 0));
}

/* Writes the digits from FIRST on, of which WHOLE stand before the point and
 * PRECISION after it. Returns: their end. */
static char *digits_put(char *to, const struct decimal *d, int first, int whole,
                        int precision, int has_point)
{
    for (int i = 0; i < whole; i++)
        *to++ = decimal_at(d, first++);
    if (precision > 0 || has_point)
        *to++ = '.';
    for (int i = 0; i < precision; i++)
        *to++ = decimal_at(d, first++);
    return to;
}

/* Writes D as %e or %f, or as %g with that one of them that it chooses. */
static char *decimal_put(char *to, struct decimal *d,
                         const struct conversion *conv, int precision)
{
    int letter = conv->letter | ('a' - 'A'), exponent;
    int is_general = letter == 'g', digits = d->point + precision;

    if (is_general)
        precision -= precision > 0; /* it counts all digits */
    decimal_round(d, letter == 'f' ? digits : precision + 1);
    exponent = d->len > 0 ? d->point - 1 : 0;
    if (is_general && exponent >= FIXED_LEAST && exponent <= precision) {
        letter = 'f';
        precision -= exponent;
    }
    if (is_general && !conv->is_alternate) {
        int needed = d->len - (letter == 'f' ? d->point : 1);

        needed = needed > 0 ? needed : 0;
        precision = precision < needed ? precision : needed;
    }
    if (letter == 'f')
        return d->point > 0
                   ? digits_put(to, d, 0, d->point, precision,
                                conv->is_alternate)
                   : digits_put(to, d, d->point - 1, 1, precision,
                                conv->is_alternate);
    to = digits_put(to, d, 0, 1, precision, conv->is_alternate);
    return to + sprintf(to, "%c%+03d", conv->letter < 'a' ? 'E' : 'e', exponent);
}

static void format_not_finite(struct sink *sink, struct conversion *conv,
                              const char *prefix, int is_nan)
{
    const char *text = conv->letter < 'a' ? (is_nan ? "NAN" : "INF")
                                          : (is_nan ? "nan" : "inf");

    conv->has_zeros = 0;
    format_padded(sink, conv, prefix, text, strlen(text));
}

void format_double(struct sink *sink, const struct conversion *conv,
                   double value)
{
    char text[INTEGER_DIGITS + 1 + PRECISION_MAX + EXPONENT_CHARS];
    const char *prefix = conv->has_sign ? "+" : conv->has_space ? " " : "";
    struct conversion plain = *conv;
    int precision = conv->precision;
    struct decimal decimal;

    if (__builtin_signbit(value)) {
        prefix = "-";
        value = -value;
    }
    if (!(value <= __DBL_MAX__)) { /* also when it is not a number */
        format_not_finite(sink, &plain, prefix, value != value);
        return;
    }
    if (precision == PRECISION_NONE)
        precision = DEFAULT_PRECISION;
    if (precision > PRECISION_MAX)
        precision = PRECISION_MAX;
    decimal_from(&decimal, value);
    format_padded(sink, &plain, prefix, text,
                  (size_t)(decimal_put(text, &decimal, conv, precision) - text));
}
