/* SPDX-License-Identifier: MIT */
/*
 * A text that grows: what the files of /proc are written into.
 *
 * It stands in a RAM file without a name.  An error, such as running out of memory,
 * is remembered and asked for once, at the end, so that the writers need not look at
 * every step.
 */
#pragma once

#include "lib/types.h"

struct inode;

struct textbuf {
    struct inode *file;
    int error; /* 0, or why it is not whole */
};

void textbuf_write(struct textbuf *text, const void *bytes, size_t len);
void textbuf_puts(struct textbuf *text, const char *string);
/* Formats at most TEXTBUF_LINE bytes at once. */
#define TEXTBUF_LINE 320u
void textbuf_printf(struct textbuf *text, const char *format, ...)
    PRINTF_LIKE(2, 3);
