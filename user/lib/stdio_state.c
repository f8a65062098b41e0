/* SPDX-License-Identifier: MIT */
/*
 * A stream's flags, its kind of buffering and its position.
 *
 * The position a program sees is the file's offset less what the buffer has
 * read ahead, or plus what it has not written yet.
 * Read next: stdio_file.c.
 */
#include <unistd.h>
#include "stdio_file.h"

int fileno(FILE *f)
{
    return f->fd;
}

int feof(FILE *f)
{
    return f->is_at_end;
}

int ferror(FILE *f)
{
    return f->has_failed;
}

void clearerr(FILE *f)
{
    f->is_at_end = 0;
    f->has_failed = 0;
}

/* BUF is not used: the stream's own buffer serves as well. */
int setvbuf(FILE *restrict f, char *restrict buf, int mode, size_t size)
{
    (void)buf;
    (void)size;
    if (mode != _IOFBF && mode != _IOLBF && mode != _IONBF)
        return -1;
    f->buffering = mode;
    return 0;
}

void setbuf(FILE *restrict f, char *restrict buf)
{
    setvbuf(f, buf, buf ? _IOFBF : _IONBF, BUFSIZ);
}

void setlinebuf(FILE *f)
{
    setvbuf(f, NULL, _IOLBF, 0);
}

int fseeko(FILE *f, off_t offset, int whence)
{
    if (fflush(f) < 0) /* also seeks back over what was read ahead */
        return -1;
    if (lseek(f->fd, offset, whence) < 0)
        return -1;
    f->is_at_end = 0;
    return 0;
}

int fseek(FILE *f, long offset, int whence)
{
    return fseeko(f, offset, whence);
}

off_t ftello(FILE *f)
{
    off_t offset;

    /* What is appended goes to the end, wherever the offset is now. */
    if (f->direction == STREAM_WRITING && (f->open_flags & O_APPEND))
        stream_write_out(f);
    offset = lseek(f->fd, 0, SEEK_CUR);
    if (offset < 0)
        return -1;
    if (f->direction == STREAM_READING)
        return offset - (off_t)(f->end - f->next);
    return offset + (off_t)f->next;
}

long ftell(FILE *f)
{
    return (long)ftello(f);
}

void rewind(FILE *f)
{
    fseeko(f, 0, SEEK_SET);
    clearerr(f);
}
