/* SPDX-License-Identifier: MIT */
/*
 * Reading from streams: characters, blocks and lines.
 *
 * Everything takes from the buffer; stream_fill refills it with one read(2).
 * Before waiting for a terminal's line, what stdout holds is written, so that
 * a question is seen before its answer is awaited.
 * Read next: stdio_write.c.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "stdio_file.h"

#define LINE_START_SIZE 128

int stream_fill(FILE *f)
{
    ssize_t got;

    if (stream_start(f, STREAM_READING) < 0)
        return EOF;
    if (f->buffering == _IOLBF && stdout->buffering == _IOLBF &&
        stdout->direction == STREAM_WRITING)
        stream_write_out(stdout);
    f->buf = f->memory + UNGET_ROOM;
    got = read(f->fd, f->buf, f->buffering == _IONBF ? 1 : BUFSIZ);
    f->next = 0;
    f->end = got > 0 ? (size_t)got : 0;
    if (got == 0)
        f->is_at_end = 1;
    else if (got < 0)
        f->has_failed = 1;
    return got > 0 ? 0 : EOF;
}

static int stream_has_input(FILE *f)
{
    if (f->direction == STREAM_READING && f->next != f->end)
        return 1;
    return stream_fill(f) == 0;
}

int fgetc(FILE *f)
{
    return stream_has_input(f) ? f->buf[f->next++] : EOF;
}

int getc(FILE *f)
{
    return fgetc(f);
}

int getc_unlocked(FILE *f)
{
    return fgetc(f);
}

int getchar(void)
{
    return fgetc(stdin);
}

int getchar_unlocked(void)
{
    return fgetc(stdin);
}

/* The place is before the next character, if need be in UNGET_ROOM. */
int ungetc(int c, FILE *f)
{
    if (c == EOF || stream_start(f, STREAM_READING) < 0)
        return EOF;
    if (f->next == 0) {
        if (f->buf == f->memory)
            return EOF; /* more than UNGET_ROOM in a row */
        f->buf--;
        f->end++;
    } else {
        f->next--;
    }
    f->buf[f->next] = (unsigned char)c;
    f->is_at_end = 0;
    return c;
}

size_t fread(void *restrict to, size_t size, size_t count, FILE *restrict f)
{
    size_t wanted = size * count;
    size_t got = 0;

    while (got < wanted && stream_has_input(f)) {
        size_t n = f->end - f->next;

        if (n > wanted - got)
            n = wanted - got;
        memcpy((char *)to + got, f->buf + f->next, n);
        f->next += n;
        got += n;
    }
    return size ? got / size : 0;
}

/*
 * Copies to TO at most MAX bytes, up to and with the first DELIMITER that is
 * in the buffer.  Returns how many; 0 means end of input or an error.
 */
static size_t stream_take_part(FILE *f, char *to, size_t max, int delimiter)
{
    unsigned char *start;
    unsigned char *found;
    size_t n;

    if (max == 0 || !stream_has_input(f))
        return 0;
    start = f->buf + f->next;
    n = f->end - f->next;
    if (n > max)
        n = max;
    found = memchr(start, delimiter, n);
    if (found)
        n = (size_t)(found - start) + 1;
    memcpy(to, start, n);
    f->next += n;
    return n;
}

char *fgets(char *restrict buf, int size, FILE *restrict f)
{
    size_t max = size > 0 ? (size_t)size - 1 : 0;
    size_t len = 0;
    size_t n;

    while ((n = stream_take_part(f, buf + len, max - len, '\n')) > 0) {
        len += n;
        if (buf[len - 1] == '\n')
            break;
    }
    if (len == 0 || f->has_failed)
        return NULL;
    buf[len] = '\0';
    return buf;
}

ssize_t getdelim(char **restrict line, size_t *restrict size, int delimiter,
                 FILE *restrict f)
{
    size_t len = 0;
    size_t n;

    if (!*line)
        *size = 0;
    do {
        if (*size < len + 2) {
            size_t larger = *size ? *size * 2 : LINE_START_SIZE;
            char *moved = realloc(*line, larger);

            if (!moved)
                return -1;
            *line = moved;
            *size = larger;
        }
        n = stream_take_part(f, *line + len, *size - len - 1, delimiter);
        len += n;
    } while (n > 0 && (*line)[len - 1] != (char)delimiter);
    if (len == 0)
        return -1;
    (*line)[len] = '\0';
    return (ssize_t)len;
}

ssize_t getline(char **restrict line, size_t *restrict size, FILE *restrict f)
{
    return getdelim(line, size, '\n', f);
}
