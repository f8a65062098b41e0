/* SPDX-License-Identifier: MIT */
/*
 * The scanf family: where input comes from, a string or a stream.
 *
 * The v-forms take a va_list and do the work; the others collect one.
 * Read next: scan.c.
 */
#include <stdio.h>
#include "scan.h"

struct string_source {
    struct source source;
    const char *next;
};

struct stream_source {
    struct source source;
    FILE *stream;
};

static int get_from_string(struct source *source)
{
    struct string_source *from = (struct string_source *)source;

    return *from->next ? (unsigned char)*from->next++ : EOF;
}

static void unget_to_string(struct source *source, int c)
{
    (void)c;
    ((struct string_source *)source)->next--;
}

static int get_from_stream(struct source *source)
{
    return fgetc(((struct stream_source *)source)->stream);
}

static void unget_to_stream(struct source *source, int c)
{
    ungetc(c, ((struct stream_source *)source)->stream);
}

int vsscanf(const char *restrict s, const char *restrict format, va_list args)
{
    struct string_source from = {
        .source = {.get = get_from_string, .unget = unget_to_string},
        .next = s,
    };

    return scan_input(&from.source, format, args);
}

int vfscanf(FILE *restrict f, const char *restrict format, va_list args)
{
    struct stream_source from = {
        .source = {.get = get_from_stream, .unget = unget_to_stream},
        .stream = f,
    };

    return scan_input(&from.source, format, args);
}

int vscanf(const char *restrict format, va_list args)
{
    return vfscanf(stdin, format, args);
}

int sscanf(const char *restrict s, const char *restrict format, ...)
{
    va_list args;
    int stored;

    va_start(args, format);
    stored = vsscanf(s, format, args);
    va_end(args);
    return stored;
}

int fscanf(FILE *restrict f, const char *restrict format, ...)
{
    va_list args;
    int stored;

    va_start(args, format);
    stored = vfscanf(f, format, args);
    va_end(args);
    return stored;
}

int scanf(const char *restrict format, ...)
{
    va_list args;
    int stored;

    va_start(args, format);
    stored = vfscanf(stdin, format, args);
    va_end(args);
    return stored;
}
