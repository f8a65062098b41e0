/* SPDX-License-Identifier: MIT */
/*
 * Growing texts; see fs/textbuf.h.
 *
 * Called by whoever shows something in /proc, in process context.
 * Read next: fs/procfs_file.c.
 */
#include "fs/textbuf.h"

#include <stdarg.h>

#include "fs/inode.h"
#include "lib/printf.h"
#include "lib/string.h"

void textbuf_write(struct textbuf *text, const void *bytes, size_t len)
{
    if (text->error == 0)
        text->error = inode_append(text->file, bytes, len);
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
