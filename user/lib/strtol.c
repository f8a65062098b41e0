/* SPDX-License-Identifier: MIT */
/*
 * Text into integers: one function reads digits, the rest set limits.
 *
 * read_number gives sign and magnitude; each strto* then says which
 * magnitudes fit its type.  Out of range gives the nearest limit and ERANGE,
 * no digits gives 0 with *END at the start (strtol(3)).
 * Read next: strtod.c.
 */
#include <ctype.h>
#include <errno.h>
#include <inttypes.h>
#include <limits.h>
#include <stdlib.h>

struct number {
    unsigned long long magnitude;
    int is_negative;
    int is_too_large;
    const char *end;
};

static int digit_value(int c)
{
    if (isdigit(c))
        return c - '0';
    if (isalpha(c))
        return tolower(c) - 'a' + 10;
    return INT_MAX;
}

/* Skips "0x" or notes a leading 0; a 0 with no hex digit after x is just 0. */
static const char *skip_prefix(const char *s, int *base)
{
    if ((*base == 0 || *base == 16) && s[0] == '0' &&
        tolower((unsigned char)s[1]) == 'x' && isxdigit((unsigned char)s[2])) {
        *base = 16;
        return s + 2;
    }
    if (*base == 0)
        *base = s[0] == '0' ? 8 : 10;
    return s;
}

static struct number read_number(const char *s, int base)
{
    struct number n = {.end = s};

    if (base < 0 || base == 1 || base > 36) {
        errno = EINVAL;
        return n;
    }
    while (isspace((unsigned char)*s))
        s++;
    if (*s == '-' || *s == '+')
        n.is_negative = *s++ == '-';
    s = skip_prefix(s, &base);
    for (; digit_value((unsigned char)*s) < base; s++) {
        unsigned int digit = (unsigned int)digit_value((unsigned char)*s);

        if (n.magnitude > (ULLONG_MAX - digit) / (unsigned int)base)
            n.is_too_large = 1;
        n.magnitude = n.magnitude * (unsigned int)base + digit;
        n.end = s + 1;
    }
    return n;
}

static long long read_signed(const char *s, char **end, int base,
                             unsigned long long max)
{
    struct number n = read_number(s, base);
    unsigned long long limit = n.is_negative ? max + 1 : max;

    if (end)
        *end = (char *)n.end;
    if (n.is_too_large || n.magnitude > limit) {
        errno = ERANGE;
        n.magnitude = limit;
    }
    return (long long)(n.is_negative ? 0 - n.magnitude : n.magnitude);
}

/* A minus sign is allowed: the result is negated in the unsigned type. */
static unsigned long long read_unsigned(const char *s, char **end, int base,
                                        unsigned long long max)
{
    struct number n = read_number(s, base);

    if (end)
        *end = (char *)n.end;
    if (n.is_too_large || n.magnitude > max) {
        errno = ERANGE;
        return max;
    }
    return n.is_negative ? 0 - n.magnitude : n.magnitude;
}

long strtol(const char *restrict s, char **restrict end, int base)
{
    return (long)read_signed(s, end, base, LONG_MAX);
}

long long strtoll(const char *restrict s, char **restrict end, int base)
{
    return read_signed(s, end, base, LLONG_MAX);
}

unsigned long strtoul(const char *restrict s, char **restrict end, int base)
{
    return (unsigned long)read_unsigned(s, end, base, ULONG_MAX);
}

unsigned long long strtoull(const char *restrict s, char **restrict end,
                            int base)
{
    return read_unsigned(s, end, base, ULLONG_MAX);
}

intmax_t strtoimax(const char *restrict s, char **restrict end, int base)
{
    return strtoll(s, end, base);
}

uintmax_t strtoumax(const char *restrict s, char **restrict end, int base)
{
    return strtoull(s, end, base);
}

int atoi(const char *s)
{
    return (int)strtol(s, NULL, 10);
}

long atol(const char *s)
{
    return strtol(s, NULL, 10);
}

long long atoll(const char *s)
{
    return strtoll(s, NULL, 10);
}
