/* SPDX-License-Identifier: MIT */
/*
 * Results in the Test Anything Protocol, for the programs of tests/host.
 *
 * tap_ok reports one promise; main ends with return tap_done().  Nothing but
 * <stdio.h> is needed, so that a test links only the files that it is about.
 */
#pragma once

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>

static int tap_count, tap_failed;

static inline bool __attribute__((format(printf, 2, 3)))
tap_ok(bool is_true, const char *format, ...)
{
    va_list args;

    tap_failed += !is_true;
    printf("%sok %d - ", is_true ? "" : "not ", ++tap_count);
    va_start(args, format);
    vprintf(format, args);
    va_end(args);
    printf("\n");
    fflush(stdout);
    return is_true;
}

/* Explains a failure. */
static inline void __attribute__((format(printf, 1, 2)))
tap_note(const char *format, ...)
{
    va_list args;

    printf("# ");
    va_start(args, format);
    vprintf(format, args);
    va_end(args);
    printf("\n");
}

/* Compares numbers, and shows them where they differ. */
static inline bool tap_is(long long got, long long expected, const char *what)
{
    if (!tap_ok(got == expected, "%s", what)) {
        tap_note("got      %lld", got);
        tap_note("expected %lld", expected);
        return false;
    }
    return true;
}

/* Compares strings. */
static inline bool tap_is_text(const char *got, const char *expected,
                               const char *what)
{
    const char *a = got, *b = expected;

    while (*a != '\0' && *a == *b) {
        a++;
        b++;
    }
    if (!tap_ok(*a == *b, "%s", what)) {
        tap_note("got      \"%s\"", got);
        tap_note("expected \"%s\"", expected);
        return false;
    }
    return true;
}

/* Ends the output. Returns: the status for main. */
static inline int tap_done(void)
{
    printf("1..%d\n", tap_count);
    return tap_failed > 0;
}
