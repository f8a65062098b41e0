/* SPDX-License-Identifier: MIT */
/*
 * Streams, private to the library: what a FILE is.
 *
 * A stream is a descriptor with one buffer, which at any time is used in one
 * direction:
 *
 *     reading:  buf | already taken | still to be taken |      |
 *               0                   next                end    BUFSIZ
 *     writing:  buf | to be written |                          |
 *               0                   next                       BUFSIZ
 *
 * Some room is kept before buf, into which ungetc may push it back.
 */
#pragma once

#include <stdio.h>

#define STREAM_MEMORY    (UNGET_ROOM + BUFSIZ)
#define UNGET_ROOM       8
#define BUFFER_UNDECIDED (-1) /* by line on a terminal, else in full */

enum stream_direction {
    STREAM_IDLE,
    STREAM_READING,
    STREAM_WRITING,
};

struct file {
    int fd;
    int open_flags; /* as in open(2) */
    int buffering;  /* _IOFBF, _IOLBF, _IONBF or BUFFER_UNDECIDED */
    enum stream_direction direction;
    int is_at_end;
    int has_failed;
    size_t next;
    size_t end;
    pid_t child; /* of popen, else 0 */
    struct file *next_open;
    unsigned char *memory; /* STREAM_MEMORY bytes */
    unsigned char *buf;    /* in it, at UNGET_ROOM or a little before */
};

/* Makes F, whose memory is set, a stream on FD and one of those open. */
void stream_setup(FILE *f, int fd, int open_flags);

/* Turns a mode such as "r+" into the flags of open(2), or -1 and EINVAL. */
int stream_mode_flags(const char *mode);

/* Gets F ready to be read or written.  Returns 0, or EOF and an error. */
int stream_start(FILE *f, enum stream_direction direction);

/* Writes out what F holds.  Returns 0, or EOF: the rest is dropped. */
int stream_write_out(FILE *f);

/* Reads more into an empty buffer.  Returns 0, or EOF at end or error. */
int stream_fill(FILE *f);

/* Puts LEN bytes into F.  Returns how many it took. */
size_t stream_put(FILE *f, const char *from, size_t len);

/* At exit: writes out all streams, gives back what stdin did not use. */
void stream_close_all(void);
