/* SPDX-License-Identifier: MIT */
/*
 * Growing texts; see fs/textbuf.h.
 *
 * Called by whoever shows something in /proc, in process context.  Invariant: the
 * first DIV_UP(len, PAGE_SIZE) pages have frames and no other has.
 */
#include "fs/textbuf.h"

#include <stdarg.h>
#include <tine/errno.h>

#include "lib/printf.h"
#include "lib/string.h"
#include "mm/frame.h"
#include "mm/kmalloc.h"
#include "mm/usercopy.h"

static KIND_DEFINE(textbuf_kind, "textbuf", struct textbuf);

#define TEXTBUF_BYTES (TEXTBUF_PAGES * PAGE_SIZE)

struct textbuf *textbuf_alloc(void)
{
    return kind_alloc(&textbuf_kind);
}

void textbuf_free(struct textbuf *text)
{
    if (!text)
        return;
    for (unsigned int i = 0; i < DIV_UP(text->len, PAGE_SIZE); i++)
        frame_put(text->pages[i]);
    kind_free(text);
}

void textbuf_write(struct textbuf *text, const void *bytes, size_t len)
{
    const char *from = bytes;

    while (len > 0 && !text->failed) {
        uint32_t start = text->len % PAGE_SIZE;
        paddr_t *page = &text->pages[text->len / PAGE_SIZE];
        if (text->len == TEXTBUF_BYTES ||
            (start == 0 && !(*page = frame_alloc()))) {
            text->failed = true;
            return;
        }
        size_t chunk = MIN(len, PAGE_SIZE - start);
        memcpy((char *)frame_to_virt(*page) + start, from, chunk);
        text->len += chunk;
        from += chunk;
        len -= chunk;
    }
}

void textbuf_puts(struct textbuf *text, const char *string)
{
    textbuf_write(text, string, strlen(string));
}

void textbuf_printf(struct textbuf *text, const char *format, ...)
{
    char line[TEXTBUF_LINE];
    va_list args;

    va_start(args, format);
    int len = vsnprintf(line, sizeof(line), format, args);
    va_end(args);
    textbuf_write(text, line, MIN((size_t)len, sizeof(line) - 1));
}

long textbuf_read_user(const struct textbuf *text, uaddr_t buf, size_t len,
                       loff_t offset)
{
    size_t done = 0;

    if (offset >= (loff_t)text->len)
        return 0;
    len = MIN(len, text->len - (size_t)offset);
    while (done < len) {
        size_t at = (size_t)offset + done;
        size_t chunk = MIN(len - done, PAGE_SIZE - at % PAGE_SIZE);
        const char *page = frame_to_virt(text->pages[at / PAGE_SIZE]);
        int error = user_write(buf + done, page + at % PAGE_SIZE, chunk);
        if (error < 0)
            return done ? (long)done : error;
        done += chunk;
    }
    return (long)done;
}
