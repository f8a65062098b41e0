/* SPDX-License-Identifier: MIT */
/*
 * The life of streams: the three standard ones, the list of open ones, and
 * getting a buffer ready for one direction or the other.
 *
 * A buffer that was being read is given back before writing, by seeking to
 * the place the program has really reached, and so at exit: a process that
 * goes on with the same open file then continues at the right byte.
 * Read next: stdio_read.c, stdio_write.c.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>
#include "stdio_file.h"

static unsigned char memory_in[STREAM_MEMORY];
static unsigned char memory_out[STREAM_MEMORY];
static unsigned char memory_error[STREAM_MEMORY];

static struct file standard_in = {
    .fd = STDIN_FILENO,
    .open_flags = O_RDONLY,
    .buffering = BUFFER_UNDECIDED,
    .memory = memory_in,
    .buf = memory_in + UNGET_ROOM,
};
static struct file standard_out = {
    .fd = STDOUT_FILENO,
    .open_flags = O_WRONLY,
    .buffering = BUFFER_UNDECIDED,
    .memory = memory_out,
    .buf = memory_out + UNGET_ROOM,
    .next_open = &standard_in,
};
static struct file standard_error = {
    .fd = STDERR_FILENO,
    .open_flags = O_WRONLY,
    .buffering = _IONBF,
    .memory = memory_error,
    .buf = memory_error + UNGET_ROOM,
    .next_open = &standard_out,
};

#undef stdin
#undef stdout
#undef stderr
FILE *stdin = &standard_in;
FILE *stdout = &standard_out;
FILE *stderr = &standard_error;

static struct file *open_streams = &standard_error;

int stream_mode_flags(const char *mode)
{
    int flags;

    switch (*mode) {
    case 'r':
        flags = O_RDONLY;
        break;
    case 'w':
        flags = O_WRONLY | O_CREAT | O_TRUNC;
        break;
    case 'a':
        flags = O_WRONLY | O_CREAT | O_APPEND;
        break;
    default:
        errno = EINVAL;
        return -1;
    }
    while (*++mode) {
        if (*mode == '+')
            flags = (flags & ~O_ACCMODE) | O_RDWR;
        else if (*mode == 'e')
            flags |= O_CLOEXEC;
        else if (*mode == 'x')
            flags |= O_EXCL;
    }
    return flags;
}

void stream_setup(FILE *f, int fd, int open_flags)
{
    f->fd = fd;
    f->open_flags = open_flags;
    f->buffering = BUFFER_UNDECIDED;
    f->direction = STREAM_IDLE;
    f->is_at_end = 0;
    f->has_failed = 0;
    f->next = 0;
    f->end = 0;
    f->child = 0;
    f->buf = f->memory + UNGET_ROOM;
    f->next_open = open_streams;
    open_streams = f;
}

static int is_standard(const FILE *f)
{
    return f == &standard_in || f == &standard_out || f == &standard_error;
}

static void list_remove(FILE *f)
{
    for (FILE **link = &open_streams; *link; link = &(*link)->next_open)
        if (*link == f) {
            *link = f->next_open;
            return;
        }
}

FILE *fdopen(int fd, const char *mode)
{
    int flags = stream_mode_flags(mode);
    FILE *f;

    if (flags < 0)
        return NULL;
    f = malloc(sizeof(*f) + STREAM_MEMORY);
    if (f) {
        f->memory = (unsigned char *)(f + 1);
        stream_setup(f, fd, flags);
    }
    return f;
}

FILE *fopen(const char *restrict path, const char *restrict mode)
{
    const mode_t read_write_by_all = 0666;
    int flags = stream_mode_flags(mode);
    FILE *f;
    int fd;

    if (flags < 0)
        return NULL;
    fd = open(path, flags, read_write_by_all);
    if (fd < 0)
        return NULL;
    f = fdopen(fd, mode);
    if (!f)
        close(fd);
    return f;
}

/* Ends the present direction: writes out, or seeks back what was not used. */
static int stream_stop(FILE *f)
{
    int result = 0;

    if (f->direction == STREAM_WRITING)
        result = stream_write_out(f);
    else if (f->direction == STREAM_READING && f->next < f->end)
        lseek(f->fd, (off_t)f->next - (off_t)f->end, SEEK_CUR);
    f->direction = STREAM_IDLE;
    f->buf = f->memory + UNGET_ROOM;
    f->next = 0;
    f->end = 0;
    return result;
}

int stream_start(FILE *f, enum stream_direction direction)
{
    int forbidden = direction == STREAM_READING ? O_WRONLY : O_RDONLY;

    if (f->direction == direction)
        return 0;
    if ((f->open_flags & O_ACCMODE) == forbidden) {
        f->has_failed = 1;
        errno = EBADF;
        return EOF;
    }
    if (f->buffering == BUFFER_UNDECIDED) {
        int error = errno;

        f->buffering = isatty(f->fd) ? _IOLBF : _IOFBF;
        errno = error;
    }
    stream_stop(f);
    f->direction = direction;
    return 0;
}

int fflush(FILE *f)
{
    int result = 0;

    if (f)
        return stream_stop(f);
    for (f = open_streams; f; f = f->next_open)
        if (f->direction == STREAM_WRITING && stream_write_out(f) < 0)
            result = EOF;
    return result;
}

int fclose(FILE *f)
{
    int result = stream_stop(f);

    list_remove(f);
    if (close(f->fd) < 0)
        result = EOF;
    if (!is_standard(f))
        free(f);
    return result;
}

FILE *freopen(const char *restrict path, const char *restrict mode,
              FILE *restrict f)
{
    const mode_t read_write_by_all = 0666;
    int flags = stream_mode_flags(mode);
    int fd;

    stream_stop(f);
    list_remove(f);
    fd = flags < 0 ? -1 : open(path, flags, read_write_by_all);
    if (fd >= 0 && fd != f->fd) { /* keep the number: 0 stays 0 */
        dup2(fd, f->fd);
        close(fd);
        fd = f->fd;
    }
    if (fd < 0) {
        close(f->fd);
        if (!is_standard(f))
            free(f);
        return NULL;
    }
    stream_setup(f, fd, flags);
    return f;
}

void stream_close_all(void)
{
    for (FILE *f = open_streams; f; f = f->next_open)
        stream_stop(f);
}
