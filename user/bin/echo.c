/* SPDX-License-Identifier: MIT */
/*
 * echo [-neE] [WORD...]: prints the words with a space between them.
 *
 * -n leaves out the newline; -e gives backslash sequences a meaning, -E (the
 * default) does not.
 * Exit status: 0, or 1 if the output could not be written.
 */
#include <ctype.h>
#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int has_newline = 1;
static int has_escapes;

/* Whether WORD is an option: a dash and nothing but n, e and E. */
static int take_option(const char *word)
{
    if (word[0] != '-' || !word[1] || word[strspn(word + 1, "neE") + 1])
        return 0;
    while (*++word) {
        if (*word == 'n')
            has_newline = 0;
        else
            has_escapes = *word == 'e';
    }
    return 1;
}

/* Prints the number at S: at most MAX digits of BASE.  Returns its end. */
static const char *put_number(const char *s, int max, int base)
{
    char digits[4] = "";
    int len = 0;

    while (len < max && isxdigit((unsigned char)*s) &&
           (base == 16 || (*s >= '0' && *s <= '7')))
        digits[len++] = *s++;
    putchar((int)strtol(digits, NULL, base));
    return s;
}

/* Prints what the sequence behind a backslash means.  Returns its end. */
static const char *put_escape(const char *s)
{
    static const char letters[] = "abefnrtv\\";
    static const char meanings[] = "\a\b\033\f\n\r\t\v\\";
    const char *found = *s ? strchr(letters, *s) : NULL;

    if (found) {
        putchar(meanings[found - letters]);
        return s + 1;
    }
    if (*s == 'c') {
        fflush(stdout);
        exit(0);
    }
    if (*s == '0')
        return put_number(s + 1, 3, 8);
    if (*s == 'x' && isxdigit((unsigned char)s[1]))
        return put_number(s + 1, 2, 16);
    putchar('\\');
    return s;
}

static void put_word(const char *s)
{
    while (*s) {
        if (*s == '\\' && has_escapes)
            s = put_escape(s + 1);
        else
            putchar(*s++);
    }
}

int main(int argc, char *argv[])
{
    int i = 1;

    while (i < argc && take_option(argv[i]))
        i++;
    for (int first = i; i < argc; i++) {
        if (i > first)
            putchar(' ');
        put_word(argv[i]);
    }
    if (has_newline)
        putchar('\n');
    if (fflush(stdout) < 0 || ferror(stdout))
        err(1, "standard output");
    return 0;
}
