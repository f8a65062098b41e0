/* SPDX-License-Identifier: MIT */
/*
 * Writing to streams: characters, strings and blocks.
 *
 * Everything goes through stream_put, which copies into the buffer and
 * writes it out when it is full; then a line-buffered stream is written out
 * if a line has ended, and an unbuffered one always.
 * Read next: printf.c.
 */
#include <errno.h>
#include <string.h>
#include <unistd.h>
#include "stdio_file.h"

int stream_write_out(FILE *f)
{
    size_t done = 0;

    while (done < f->next) {
        ssize_t n = write(f->fd, f->buf + done, f->next - done);

        if (n < 0) {
            if (errno == EINTR)
                continue;
            f->has_failed = 1;
            break;
        }
        done += (size_t)n;
    }
    f->next = 0;
    return f->has_failed ? EOF : 0;
}

size_t stream_put(FILE *f, const char *from, size_t len)
{
    size_t done = 0;

    if (stream_start(f, STREAM_WRITING) < 0)
        return 0;
    while (done < len) {
        size_t n = BUFSIZ - f->next;

        if (n > len - done)
            n = len - done;
        memcpy(f->buf + f->next, from + done, n);
        f->next += n;
        done += n;
        if (f->next == BUFSIZ && stream_write_out(f) < 0)
            return 0;
    }
    if (f->buffering == _IONBF ||
        (f->buffering == _IOLBF && memrchr(from, '\n', len)))
        if (stream_write_out(f) < 0)
            return 0;
    return done;
}

size_t fwrite(const void *restrict from, size_t size, size_t count,
              FILE *restrict f)
{
    size_t done = stream_put(f, from, size * count);

    return size ? done / size : 0;
}

int fputc(int c, FILE *f)
{
    char byte = (char)c;

    if (f->direction == STREAM_WRITING && f->buffering == _IOFBF &&
        f->next + 1 < BUFSIZ) { /* the most frequent case by far */
        f->buf[f->next++] = (unsigned char)c;
        return (unsigned char)c;
    }
    return stream_put(f, &byte, 1) == 1 ? (unsigned char)c : EOF;
}

int putc(int c, FILE *f)
{
    return fputc(c, f);
}

int putc_unlocked(int c, FILE *f)
{
    return fputc(c, f);
}

int putchar(int c)
{
    return fputc(c, stdout);
}

int putchar_unlocked(int c)
{
    return fputc(c, stdout);
}

int fputs(const char *restrict s, FILE *restrict f)
{
    size_t len = strlen(s);

    return stream_put(f, s, len) == len ? 0 : EOF;
}

int puts(const char *s)
{
    if (fputs(s, stdout) < 0)
        return EOF;
    return fputc('\n', stdout) < 0 ? EOF : 0;
}
