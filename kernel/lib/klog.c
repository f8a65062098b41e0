/* SPDX-License-Identifier: MIT */
/*
 * The kernel log: what the kernel says, on its way to the console.
 *
 * Called from everywhere, at any time, also within a panic: it allocates
 * nothing and waits for nothing but the device.  It owns the ring with the
 * newest KLOG_BYTES of text and the list of sinks, which the devices join as
 * they are found.  SUBTLE(log-order): every sink gets the whole text, in
 * order, also what was logged before it joined, as far as the ring still has
 * it.
 * Read next: dev/serial.c, a sink.
 */
#include "lib/printf.h"

#include "lib/string.h"

#define KLOG_BYTES 16384u /* a power of two, for the count may wrap */
#define KLOG_LINE_MAX 512u

static char klog_bytes[KLOG_BYTES]; /* byte N of all is at N % KLOG_BYTES */
static unsigned int klog_count;     /* bytes ever logged */

struct klog_sink *klog_sinks;

/* A sink is a screen or a line: a new line there also begins on the left. */
static void klog_send(const struct klog_sink *sink, const char *text)
{
    const char *end;

    while ((end = strchr(text, '\n')) != NULL) {
        sink->write(text, (size_t)(end - text));
        sink->write("\r\n", 2);
        text = end + 1;
    }
    sink->write(text, strlen(text));
}

void klog_add_sink(struct klog_sink *sink)
{
    char text[2] = "";

    for (unsigned int i = klog_count - MIN(klog_count, KLOG_BYTES);
         i != klog_count; i++) {
        text[0] = klog_bytes[i % KLOG_BYTES];
        klog_send(sink, text);
    }
    sink->next = klog_sinks;
    klog_sinks = sink;
}

void klog_vprint(const char *format, va_list args)
{
    char line[KLOG_LINE_MAX];

    vsnprintf(line, sizeof(line), format, args);
    for (const char *c = line; *c != '\0'; c++)
        klog_bytes[klog_count++ % KLOG_BYTES] = *c;
    for (struct klog_sink *sink = klog_sinks; sink != NULL; sink = sink->next)
        klog_send(sink, line);
}

void klog(const char *format, ...)
{
    va_list args;

    va_start(args, format);
    klog_vprint(format, args);
    va_end(args);
}
