/* SPDX-License-Identifier: MIT */
/*
 * The engine of the scanf family (scanf(3)).
 *
 * White space in the format skips any in the input, other characters must
 * match, and a conversion collects a word of input as long as its characters
 * fit, converts it and stores it where the next argument points.
 * Letters: d i u o x X p c s [ n % f e g, with * and a width.
 * Read next: scanf.c.
 */
#include <ctype.h>
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "scan.h"

#define WORD_MAX 128 /* of a number */

enum scan_result {
    SCAN_STORED,
    SCAN_NOT_COUNTED,
    SCAN_MISMATCH,
    SCAN_INPUT_END,
};

struct request {
    int is_ignored; /* '*' */
    int width;      /* 0: none given */
    int length;     /* 0, 'h', 'H' (hh), 'l', 'L' (ll) */
    char letter;
    const char *set; /* of %[ : from the character after [ or ^ */
    const char *set_end;
    int is_set_inverted;
};

struct arguments {
    va_list list;
};

static int source_get(struct source *source)
{
    int c = source->get(source);

    source->taken += c != EOF;
    return c;
}

static void source_unget(struct source *source, int c)
{
    if (c == EOF)
        return;
    source->taken--;
    source->unget(source, c);
}

/* Returns the first character that is no white space, left in the source. */
static int skip_space(struct source *source)
{
    int c;

    do
        c = source_get(source);
    while (isspace(c));
    source_unget(source, c);
    return c;
}

static const char *parse_set(const char *at, struct request *req)
{
    req->is_set_inverted = *at == '^';
    if (*at == '^')
        at++;
    req->set = at;
    if (*at)
        at++; /* a ] that comes first is a member */
    while (*at && *at != ']')
        at++;
    req->set_end = at;
    return *at ? at + 1 : at;
}

static const char *parse_request(const char *at, struct request *req)
{
    if (*at == '*') {
        req->is_ignored = 1;
        at++;
    }
    for (; isdigit((unsigned char)*at); at++)
        req->width = req->width * 10 + (*at - '0');
    for (; *at && strchr("hlLjzt", *at); at++) {
        if (*at == 'h')
            req->length = req->length == 'h' ? 'H' : 'h';
        else if (*at == 'l')
            req->length = req->length == 'l' ? 'L' : 'l';
        else
            req->length = *at == 'j' || *at == 'L' ? 'L' : 'l';
    }
    req->letter = *at;
    if (*at)
        at++;
    return req->letter == '[' ? parse_set(at, req) : at;
}

static int is_in_set(const struct request *req, int c)
{
    int found = 0;

    for (const char *at = req->set; at < req->set_end && !found; at++) {
        if (at[1] == '-' && at + 2 < req->set_end) {
            found = c >= (unsigned char)at[0] && c <= (unsigned char)at[2];
            at += 2;
        } else {
            found = c == (unsigned char)*at;
        }
    }
    return found != req->is_set_inverted;
}

/* May C be the next character of a number that so far is WORD? */
static int fits_number(const struct request *req, const char *word, int len,
                       int c)
{
    int is_hex = strchr("xXp", req->letter) != NULL;
    int has_sign = len > 0 && (word[0] == '-' || word[0] == '+');

    if (strchr("feg", req->letter)) {
        if (c == '-' || c == '+')
            return len == 0 || tolower((unsigned char)word[len - 1]) == 'e';
        return isdigit(c) || (c == '.' && !memchr(word, '.', (size_t)len)) ||
               (tolower(c) == 'e' && len > has_sign &&
                !memchr(word, 'e', (size_t)len));
    }
    if (c == '-' || c == '+')
        return len == 0;
    if (tolower(c) == 'x')
        return (is_hex || req->letter == 'i') && len == has_sign + 1 &&
               word[has_sign] == '0';
    if (req->letter == 'i')
        is_hex = len > has_sign + 1 &&
                 tolower((unsigned char)word[has_sign + 1]) == 'x';
    if (req->letter == 'o')
        return c >= '0' && c <= '7';
    return is_hex ? isxdigit(c) : isdigit(c);
}

static void store_integer(void *to, int length, uint64_t value)
{
    switch (length) {
    case 'H':
        *(unsigned char *)to = (unsigned char)value;
        break;
    case 'h':
        *(unsigned short *)to = (unsigned short)value;
        break;
    case 'L':
        *(uint64_t *)to = value;
        break;
    default:
        *(unsigned long *)to = (unsigned long)value;
        break;
    }
}

static int base_of(char letter)
{
    switch (letter) {
    case 'i':
        return 0;
    case 'o':
        return 8;
    case 'x':
    case 'X':
    case 'p':
        return 16;
    default:
        return 10;
    }
}

static enum scan_result scan_number(struct source *source,
                                    const struct request *req, void *to)
{
    char word[WORD_MAX];
    int max = req->width && req->width < WORD_MAX ? req->width : WORD_MAX - 1;
    int len = 0;
    char *end;
    int c;

    if (skip_space(source) == EOF)
        return SCAN_INPUT_END;
    while (len < max) {
        c = source_get(source);
        if (c == EOF || !fits_number(req, word, len, c)) {
            source_unget(source, c);
            break;
        }
        word[len++] = (char)c;
    }
    word[len] = '\0';

    if (strchr("feg", req->letter)) {
        double value = strtod(word, &end);

        if (end == word)
            return SCAN_MISMATCH;
        if (to && req->length == 'l')
            *(double *)to = value;
        else if (to)
            *(float *)to = (float)value;
    } else {
        int is_negative = word[0] == '-';
        uint64_t value = strtoull(word + is_negative, &end,
                                  base_of(req->letter));

        if (end == word + is_negative)
            return SCAN_MISMATCH;
        if (to)
            store_integer(to, req->length, is_negative ? 0 - value : value);
    }
    return to ? SCAN_STORED : SCAN_NOT_COUNTED;
}

static int fits_text(const struct request *req, int c)
{
    switch (req->letter) {
    case 's':
        return !isspace(c);
    case '[':
        return is_in_set(req, c);
    default:
        return 1; /* %c */
    }
}

static enum scan_result scan_text(struct source *source,
                                  const struct request *req, char *to)
{
    int max = req->width ? req->width : req->letter == 'c' ? 1 : INT32_MAX;
    int len = 0;

    if (req->letter == 's')
        skip_space(source);
    while (len < max) {
        int c = source_get(source);

        if (c == EOF && len == 0)
            return SCAN_INPUT_END;
        if (c == EOF || !fits_text(req, c)) {
            source_unget(source, c);
            break;
        }
        if (to)
            to[len] = (char)c;
        len++;
    }
    if (len == 0 || (req->letter == 'c' && len < max))
        return SCAN_MISMATCH;
    if (to && req->letter != 'c')
        to[len] = '\0';
    return to ? SCAN_STORED : SCAN_NOT_COUNTED;
}

static enum scan_result scan_exact(struct source *source, int wanted)
{
    int c = source_get(source);

    if (c == wanted)
        return SCAN_NOT_COUNTED;
    source_unget(source, c);
    return c == EOF ? SCAN_INPUT_END : SCAN_MISMATCH;
}

static enum scan_result scan_request(struct source *source,
                                     const struct request *req,
                                     struct arguments *args)
{
    void *to = NULL;

    if (req->letter == '%') {
        skip_space(source);
        return scan_exact(source, '%');
    }
    if (!req->is_ignored)
        to = va_arg(args->list, void *);
    switch (req->letter) {
    case 'n':
        if (to)
            store_integer(to, req->length, (uint64_t)source->taken);
        return SCAN_NOT_COUNTED;
    case 'c':
    case 's':
    case '[':
        return scan_text(source, req, to);
    default:
        if (!req->letter || !strchr("diuoxXpfeg", req->letter))
            return SCAN_MISMATCH;
        return scan_number(source, req, to);
    }
}

int scan_input(struct source *source, const char *format, va_list list)
{
    enum scan_result result = SCAN_NOT_COUNTED;
    struct arguments args;
    int stored = 0;

    va_copy(args.list, list);
    while (*format) {
        struct request req = {0};

        if (isspace((unsigned char)*format)) {
            format++;
            skip_space(source);
            continue;
        }
        if (*format == '%') {
            format = parse_request(format + 1, &req);
            result = scan_request(source, &req, &args);
        } else {
            result = scan_exact(source, (unsigned char)*format++);
        }
        if (result == SCAN_MISMATCH || result == SCAN_INPUT_END)
            break;
        stored += result == SCAN_STORED;
    }
    va_end(args.list);
    return result == SCAN_INPUT_END && stored == 0 ? EOF : stored;
}
