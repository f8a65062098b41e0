/* SPDX-License-Identifier: MIT */
/*
 * The built-ins echo and printf, and printing a text so that the shell reads
 * it back as one word.
 */
#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "builtin.h"
#include "sh.h"

#define OCTAL_DIGITS 3

/* TEXT in single quotes. */
void quote_print(const char *text)
{
    putchar('\'');
    for (; *text; text++) {
        if (*text == '\'')
            printf("'\\''");
        else
            putchar(*text);
    }
    putchar('\'');
}

int builtin_echo(int argc, char **argv)
{
    bool newline = true;
    int i = 1;

    if (argc > 1 && strcmp(argv[1], "-n") == 0) {
        newline = false;
        i++;
    }
    for (; i < argc; i++)
        printf("%s%s", argv[i], i + 1 < argc ? " " : "");
    if (newline)
        putchar('\n');
    return 0;
}

/* At a \: prints what it means, returns what to skip; -1: stop (%b's \c). */
static int escape_print(const char *text, bool in_argument)
{
    static const char letters[] = "abfnrtv\\", values[] = "\a\b\f\n\r\t\v\\";
    const char *letter = text[1] ? strchr(letters, text[1]) : NULL;
    int len = 1, value = 0, digits = OCTAL_DIGITS;

    if (letter) {
        putchar(values[letter - letters]);
        return 2;
    }
    if (text[1] == 'c' && in_argument)
        return -1;
    if (text[1] == '0' && in_argument) /* a zero and then three digits */
        digits++;
    while (digits-- > 0 && text[len] >= '0' && text[len] <= '7')
        value = value * 8 + (text[len++] - '0');
    putchar(len > 1 ? value : '\\');
    return len;
}

/* %b: the argument with its escapes; false: \c ends all output. */
static bool escapes_print(const char *text)
{
    while (*text) {
        int len = 1;

        if (*text == '\\')
            len = escape_print(text, true);
        else
            putchar(*text);
        if (len < 0)
            return false;
        text += len;
    }
    return true;
}

static double printf_float(const char *text, int *status)
{
    char *end;
    double value = strtod(text, &end);

    if (*text && (*end || end == text)) {
        sh_warn("printf: %s: expected a number", text);
        *status = 1;
    }
    return value;
}

/* An integer argument: a C constant, or 'c for a character's value. */
static long long printf_integer(const char *text, int *status)
{
    char *end;
    long long value;

    if (*text == '\'' || *text == '"')
        return (unsigned char)text[1];
    errno = 0;
    value = *text == '-' ? strtoll(text, &end, 0)
                         : (long long)strtoull(text, &end, 0);
    if (*text && (*end || end == text || errno)) {
        sh_warn("printf: %s: expected a number", text);
        *status = 1;
    }
    return value;
}

/* One conversion, whose text is from % to its letter. */
static bool printf_convert(const char *spec, size_t len, const char *arg,
                           int *status)
{
    char format[64];
    char letter = spec[len - 1];

    if (letter == 'b')
        return escapes_print(arg);
    if (len + 3 > sizeof(format) || !strchr("diouxXcseEfFgG", letter)) {
        sh_warn("printf: %.*s: bad conversion", (int)len, spec);
        *status = 1;
        return false;
    }
    memcpy(format, spec, len - 1);
    snprintf(format + len - 1, sizeof(format) - len + 1, "%s%c",
             strchr("diouxX", letter) ? "ll" : "", letter);
    if (letter == 's')
        printf(format, arg);
    else if (letter == 'c')
        printf(format, *arg);
    else if (strchr("eEfFgG", letter))
        printf(format, printf_float(arg, status));
    else
        printf(format, printf_integer(arg, status));
    return true;
}

/* Replaces each * of SPEC by the next argument. */
static size_t printf_stars(char *out, size_t size, const char *spec, size_t len,
                           char ***args, int *status)
{
    size_t n = 0, i;

    for (i = 0; i < len && n + 12 < size; i++) {
        if (spec[i] == '*')
            n += snprintf(out + n, size - n, "%d",
                          **args ? (int)printf_integer(*(*args)++, status) : 0);
        else
            out[n++] = spec[i];
    }
    out[n] = '\0';
    return n;
}

/* Goes once through the format; false: nothing may follow. */
static bool printf_once(const char *format, char ***args, int *status)
{
    char spec[64];
    size_t len;
    int skip;

    while (*format) {
        if (*format == '\\') {
            format += escape_print(format, false);
        } else if (*format != '%') {
            putchar(*format++);
        } else if (format[1] == '%') {
            putchar('%');
            format += 2;
        } else {
            len = 1 + strspn(format + 1, "-+ #0123456789.*") + 1;
            if (len > strlen(format))
                len = strlen(format);
            skip = (int)len;
            len = printf_stars(spec, sizeof(spec), format, len, args, status);
            if (!printf_convert(spec, len, **args ? *(*args)++ : "", status))
                return false;
            format += skip;
        }
    }
    return true;
}

/* printf format [args]: again and again while arguments are left. */
int builtin_printf(int argc, char **argv)
{
    char **args = argv + 2, **before;
    int status = 0;

    if (argc < 2) {
        sh_warn("usage: printf format [arguments]");
        return STATUS_ERROR;
    }
    do {
        before = args;
        if (!printf_once(argv[1], &args, &status))
            break;
    } while (*args && args > before);
    return status;
}
