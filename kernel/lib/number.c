/* SPDX-License-Identifier: MIT */
/* Numbers that somebody wrote as text: in a boot option, or into a file of /proc. */
#include "lib/number.h"

#define BASE 10u

bool number_parse(const char *text, unsigned long max, unsigned long *number)
{
    unsigned long value = 0;
    const char *p = text;
    for (; *p >= '0' && *p <= '9'; p++) {
        unsigned long digit = (unsigned long)(*p - '0');
        if (digit > max || value > (max - digit) / BASE)
            return false;
        value = value * BASE + digit;
    }
    if (p == text || (*p != '\0' && (*p != '\n' || p[1] != '\0')))
        return false;
    *number = value;
    return true;
}
