/* SPDX-License-Identifier: MIT */
/*
 * The kernel log: what the kernel says, on its way to the console.
 *
 * Called from everywhere, at any time, also within a panic: it allocates
 * nothing and waits for nothing but the device.  It owns the ring with the
 * newest KLOG_BYTES of text and the list of sinks, which the devices join as
 * they are found.  Invariant: every sink gets the whole text, in order, also
 * what was logged before it joined, as far as the ring still has it.
 * Read next: dev/serial.c, a sink.
 */
#include "lib/printf.h"
#include "lib/ring.h"

#define KLOG_BYTES 16384u /* a power of two */
#define KLOG_LINE_MAX 512u

static uint8_t klog_bytes[KLOG_BYTES];
static struct ring klog_ring = RING_INIT(klog_bytes);
static struct klog_sink *klog_sinks;

void klog_add_sink(struct klog_sink *sink)
{
    for (unsigned int i = 0; i < ring_count(&klog_ring); i++) {
        char c = (char)ring_peek(&klog_ring, i);

        sink->write(&c, sizeof(c));
    }
    sink->next = klog_sinks;
    klog_sinks = sink;
}

void klog_write(const char *text, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        if (ring_room(&klog_ring) == 0)
            ring_get(&klog_ring);
        ring_put(&klog_ring, (uint8_t)text[i]);
    }
    for (struct klog_sink *sink = klog_sinks; sink != NULL; sink = sink->next)
        sink->write(text, len);
}

void klog_vprint(const char *format, va_list args)
{
    char line[KLOG_LINE_MAX];
    int len = vsnprintf(line, sizeof(line), format, args);

    klog_write(line, MIN((size_t)len, sizeof(line) - 1));
}

void klog(const char *format, ...)
{
    va_list args;

    va_start(args, format);
    klog_vprint(format, args);
    va_end(args);
}
