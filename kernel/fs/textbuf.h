/* SPDX-License-Identifier: MIT */
/*
 * A text that grows: what the files of /proc are written into.
 *
 * It stands in whole frames, up to TEXTBUF_PAGES of them.  Running out of room
 * or memory is remembered and asked for once, at the end, so that the writers
 * need not look at every step.
 */
#pragma once

#include "lib/types.h"

#define TEXTBUF_PAGES 40u

struct textbuf {
    size_t len;
    bool failed;                   /* something did not fit */
    paddr_t pages[TEXTBUF_PAGES];  /* those in use stand first */
};

/* A new empty text. Returns: NULL without memory. */
struct textbuf *textbuf_alloc(void) MUST_CHECK;
/* NULL is allowed. */
void textbuf_free(struct textbuf *text);

void textbuf_write(struct textbuf *text, const void *bytes, size_t len);
void textbuf_puts(struct textbuf *text, const char *string);
/* Formats at most TEXTBUF_LINE bytes at once. */
#define TEXTBUF_LINE 320u
void textbuf_printf(struct textbuf *text, const char *format, ...)
    PRINTF_LIKE(2, 3);

/* Copies from the text to user memory. Returns: bytes, 0 at the end; -EFAULT. */
long textbuf_read_user(const struct textbuf *text, uaddr_t buf, size_t len,
                       loff_t offset);
