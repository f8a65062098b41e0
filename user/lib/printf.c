/* SPDX-License-Identifier: MIT */
/*
 * The printf family: where formatted text may go.
 *
 * Three sinks: a stream, a buffer of fixed size, a file descriptor.  The
 * v-forms take a va_list and do the work; the others collect one.
 * Read next: format.c.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "format.h"
#include "stdio_file.h"

#define DPRINTF_BUFFER 512

struct stream_sink {
    struct sink sink;
    FILE *stream;
};

struct buffer_sink {
    struct sink sink;
    char *next;
    size_t room; /* without the NUL */
};

struct descriptor_sink {
    struct sink sink;
    int fd;
    int has_failed;
    size_t len;
    char buf[DPRINTF_BUFFER];
};

static void put_to_stream(struct sink *sink, const char *text, size_t len)
{
    stream_put(((struct stream_sink *)sink)->stream, text, len);
}

static void put_to_buffer(struct sink *sink, const char *text, size_t len)
{
    struct buffer_sink *to = (struct buffer_sink *)sink;

    if (len > to->room)
        len = to->room;
    memcpy(to->next, text, len);
    to->next += len;
    to->room -= len;
}

static void descriptor_write_out(struct descriptor_sink *to)
{
    if (to->len > 0 && write(to->fd, to->buf, to->len) != (ssize_t)to->len)
        to->has_failed = 1;
    to->len = 0;
}

static void put_to_descriptor(struct sink *sink, const char *text, size_t len)
{
    struct descriptor_sink *to = (struct descriptor_sink *)sink;

    while (len > 0) {
        size_t n = DPRINTF_BUFFER - to->len;

        if (n > len)
            n = len;
        memcpy(to->buf + to->len, text, n);
        to->len += n;
        text += n;
        len -= n;
        if (to->len == DPRINTF_BUFFER)
            descriptor_write_out(to);
    }
}

/* An unbuffered stream is buffered until the whole text is there. */
int vfprintf(FILE *restrict f, const char *restrict format, va_list args)
{
    struct stream_sink to = {.sink.put = put_to_stream, .stream = f};
    int is_unbuffered = f->buffering == _IONBF;
    int len;

    if (is_unbuffered)
        f->buffering = _IOFBF;
    len = format_output(&to.sink, format, args);
    if (is_unbuffered) {
        f->buffering = _IONBF;
        if (f->direction == STREAM_WRITING)
            stream_write_out(f);
    }
    return f->has_failed ? -1 : len;
}

int vsnprintf(char *restrict buf, size_t size, const char *restrict format,
              va_list args)
{
    char none;
    struct buffer_sink to = {
        .sink.put = put_to_buffer,
        .next = size > 0 ? buf : &none,
        .room = size > 0 ? size - 1 : 0,
    };
    int len = format_output(&to.sink, format, args);

    *to.next = '\0';
    return len;
}

int vdprintf(int fd, const char *restrict format, va_list args)
{
    struct descriptor_sink to = {.sink.put = put_to_descriptor, .fd = fd};
    int len = format_output(&to.sink, format, args);

    descriptor_write_out(&to);
    return to.has_failed ? -1 : len;
}

int vprintf(const char *restrict format, va_list args)
{
    return vfprintf(stdout, format, args);
}

int vsprintf(char *restrict buf, const char *restrict format, va_list args)
{
    return vsnprintf(buf, (size_t)INT32_MAX, format, args);
}

int vasprintf(char **restrict text, const char *restrict format, va_list args)
{
    int len = vsnprintf(NULL, 0, format, args);

    *text = malloc((size_t)len + 1);
    if (!*text)
        return -1;
    return vsnprintf(*text, (size_t)len + 1, format, args);
}

/* Defines the form with "...": it calls V_FORM with the rest and the list. */
#define PASS_ARGUMENTS(v_form, ...)          \
    va_list args;                            \
    int len;                                 \
    va_start(args, format);                  \
    len = v_form(__VA_ARGS__, format, args); \
    va_end(args);                            \
    return len

int printf(const char *restrict format, ...)
{
    PASS_ARGUMENTS(vfprintf, stdout);
}

int fprintf(FILE *restrict f, const char *restrict format, ...)
{
    PASS_ARGUMENTS(vfprintf, f);
}

int dprintf(int fd, const char *restrict format, ...)
{
    PASS_ARGUMENTS(vdprintf, fd);
}

int sprintf(char *restrict buf, const char *restrict format, ...)
{
    PASS_ARGUMENTS(vsprintf, buf);
}

int snprintf(char *restrict buf, size_t size, const char *restrict format, ...)
{
    PASS_ARGUMENTS(vsnprintf, buf, size);
}

int asprintf(char **restrict text, const char *restrict format, ...)
{
    PASS_ARGUMENTS(vasprintf, text);
}
