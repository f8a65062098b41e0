/* SPDX-License-Identifier: MIT */
/* The C locale, wide characters, and what time.h makes of a second. */
#include "tap.h"

#include <ctype.h>
#include <locale.h>
#include <wchar.h>

int main(void)
{
    time_t when = 1000000000;
    struct tm tm;
    char text[64];
    wchar_t wide[8];

    plan(9);
    is_str(setlocale(LC_ALL, NULL), "C", "a program begins in the C locale");
    ok(setlocale(LC_ALL, "C") != NULL, "which can be set");
    is_str(localeconv()->decimal_point, ".", "with a decimal point");
    ok(isalpha('q') && !isalpha('1') && toupper('q') == 'Q', "ctype");
    ok(strcoll("a", "b") < 0, "strcoll");
    is((long long)mbstowcs(wide, "abc", 8), 3, "three wide characters");
    ok(wcscmp(wide, L"abc") == 0, "are what they were");
    gmtime_r(&when, &tm);
    strftime(text, sizeof text, "%a %d %b %Y %H:%M:%S", &tm);
    is_str(text, "Sun 09 Sep 2001 01:46:40", "strftime");
    is(timegm(&tm), when, "and back");
    return done();
}
