/* SPDX-License-Identifier: MIT */
/*
 * Text into a floating-point number: decimal notation with an exponent.
 *
 * Up to 19 digits are gathered in an integer, then scaled by a power of ten
 * in the x87's 64-bit precision: right to the last bit for the short numbers
 * that people type, not for every double.  No hexadecimal, inf or nan.
 * Read next: format_float.c, the other direction.
 */
#include <ctype.h>
#include <stdlib.h>

#define MAGNITUDE_LIMIT 1000000000000000000ULL /* one more digit fits */
#define EXPONENT_LIMIT  5000

struct decimal {
    unsigned long long digits;
    int exponent; /* of ten */
    int has_digit;
};

/* Reads digits; those after the point lower the exponent. */
static const char *read_digits(const char *s, struct decimal *d,
                               int is_fraction)
{
    for (; isdigit((unsigned char)*s); s++) {
        d->has_digit = 1;
        if (d->digits < MAGNITUDE_LIMIT) {
            d->digits = d->digits * 10 + (unsigned int)(*s - '0');
            d->exponent -= is_fraction;
        } else {
            d->exponent += !is_fraction;
        }
    }
    return s;
}

static const char *read_exponent(const char *s, struct decimal *d)
{
    const char *at = s + 1;
    int is_negative = 0;
    int value = 0;

    if (tolower((unsigned char)*s) != 'e')
        return s;
    if (*at == '-' || *at == '+')
        is_negative = *at++ == '-';
    if (!isdigit((unsigned char)*at))
        return s;
    for (; isdigit((unsigned char)*at); at++)
        if (value < EXPONENT_LIMIT)
            value = value * 10 + (*at - '0');
    d->exponent += is_negative ? -value : value;
    return at;
}

static long double power_of_ten(unsigned int exponent)
{
    long double power = 1.0L;
    long double factor = 10.0L;

    for (; exponent; exponent >>= 1) {
        if (exponent & 1)
            power *= factor;
        factor *= factor;
    }
    return power;
}

double strtod(const char *restrict s, char **restrict end)
{
    struct decimal d = {0};
    const char *at = s;
    int is_negative = 0;
    long double value;

    while (isspace((unsigned char)*at))
        at++;
    if (*at == '-' || *at == '+')
        is_negative = *at++ == '-';
    at = read_digits(at, &d, 0);
    if (*at == '.')
        at = read_digits(at + 1, &d, 1);
    if (d.has_digit)
        at = read_exponent(at, &d);
    if (end)
        *end = (char *)(d.has_digit ? at : s);

    value = (long double)d.digits;
    if (d.digits == 0)
        value = 0;
    else if (d.exponent < 0)
        value /= power_of_ten((unsigned int)-d.exponent);
    else
        value *= power_of_ten((unsigned int)d.exponent);
    return (double)(is_negative ? -value : value);
}

double atof(const char *s)
{
    return strtod(s, NULL);
}
