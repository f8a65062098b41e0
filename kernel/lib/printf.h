/* SPDX-License-Identifier: MIT */
/*
 * Formatted text.  snprintf formats into memory; klog formats a line for the
 * kernel log, which goes to every sink that klog_add_sink was given (serial
 * port, screen) and into a ring in memory.
 *
 * Understood: %d %u %x %p %c %s %%, the lengths l ll z, the flags - and 0, and
 * a width; for %s a precision too.  Width and precision may be *.
 */
#pragma once

#include <stdarg.h>

#include "lib/types.h"

/* As snprintf(3). Returns: the length the text would have had. */
int snprintf(char *buf, size_t size, const char *format, ...) PRINTF_LIKE(3, 4);
int vsnprintf(char *buf, size_t size, const char *format, va_list args);

/* A device that kernel messages go to; WRITE takes any bytes as they are. */
struct klog_sink {
    void (*write)(const char *text, size_t len);
    struct klog_sink *next;
};
extern struct klog_sink *klog_sinks;

/*
 * Adds SINK and replays to it what was logged before.
 * Context: boot.
 */
void klog_add_sink(struct klog_sink *sink);

/* Writes formatted text to the kernel log, cut at 511 bytes.
 * Context: any, also a panic. */
void klog(const char *format, ...) PRINTF_LIKE(1, 2);
void klog_vprint(const char *format, va_list args);
