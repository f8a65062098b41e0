/* SPDX-License-Identifier: MIT */
/*
 * Formatted text.  snprintf formats into memory; klog formats a line for the
 * kernel log, which goes to every sink that klog_add_sink was given (serial
 * port, screen) and into a ring in memory.
 *
 * Understood: %d %i %u %x %X %o %c %s %p %%, the lengths hh h l ll z, the flags
 * - 0 + # and space, width and precision, also as *.
 */
#ifndef LIB_PRINTF_H
#define LIB_PRINTF_H

#include <stdarg.h>
#include <stddef.h>

#include "lib/types.h"

/* As snprintf(3). Returns: the length the text would have had. */
int snprintf(char *buf, size_t size, const char *format, ...) PRINTF_LIKE(3, 4);
int vsnprintf(char *buf, size_t size, const char *format, va_list args);

/* A place where kernel messages go: called with each piece of text. */
struct klog_sink {
    void (*write)(const char *text, size_t len);
    struct klog_sink *next;
};

/*
 * Adds SINK and replays to it what was logged before.
 * Context: boot.
 */
void klog_add_sink(struct klog_sink *sink);

/* Writes formatted text to the kernel log, cut at 511 bytes.
 * Context: any, also a panic. */
void klog(const char *format, ...) PRINTF_LIKE(1, 2);
void klog_vprint(const char *format, va_list args);
/* Writes LEN bytes to it, as they are. */
void klog_write(const char *text, size_t len);

#endif
