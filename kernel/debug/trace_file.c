/* SPDX-License-Identifier: MIT */
/*
 * /proc/trace: the events as text, for whoever reads; and which are kept, for root,
 * who writes words such as "+calls" or "-signals" to it.  /proc/trace_mask shows the
 * categories that are kept, and takes the same words.
 *
 * To read to the end is to see what had happened when that was begun; to read on is
 * to see what came since.  Called in process context.  Owns a reader for each open
 * file.
 * Read next: debug/trace_com2.c.
 */
#include <tine/errno.h>

#include "debug/trace_mask.h"
#include "debug/trace_reader.h"
#include "fs/file.h"
#include "fs/procfs.h"
#include "lib/string.h"
#include "mm/kmalloc.h"
#include "mm/usercopy.h"
#include "proc/sleep.h"

#define WORDS_BYTES 64u

static KIND_DEFINE(trace_reader_kind, "trace-reader", struct trace_reader);

static int trace_file_open(struct inode *inode, struct file *file)
{
    (void)inode;
    file->private = kind_alloc(&trace_reader_kind);
    if (!file->private)
        return -ENOMEM;
    trace_reader_init(file->private, false);
    return 0;
}

static void trace_file_release(struct file *file)
{
    kind_free(file->private);
}

/* At most a page at once. Between the rows ticks are let in, and others who are to run:
 * the rows of a snapshot are found by a look at the whole ring. */
static long trace_file_read(struct file *file, uaddr_t buf, size_t len,
                            loff_t *offset)
{
    struct trace_reader *reader = file->private;
    size_t done = 0, left = 0;

    if (reader->is_at_end)
        trace_reader_go_on(reader);
    len = MIN(len, PAGE_SIZE);
    for (; done < len && (left = trace_reader_fill(reader)) > 0; preempt_point()) {
        size_t count = MIN(left, len - done);
        if (user_write(buf + done, reader->row + reader->done, count) < 0)
            return done ? (long)done : -EFAULT;
        reader->done += count;
        done += count;
    }
    reader->is_at_end = done == 0 && left == 0;
    *offset += done;
    return (long)done;
}

static int trace_store(struct proc *writer, const char *text)
{
    char words[WORDS_BYTES];

    (void)writer;
    strlcpy(words, text, sizeof(words));
    if (*words && words[strlen(words) - 1] == '\n')
        words[strlen(words) - 1] = '\0';
    return trace_mask_set(words) ? 0 : -EINVAL;
}

static long trace_file_write(struct file *file, uaddr_t buf, size_t len,
                             loff_t *offset)
{
    char words[WORDS_BYTES];

    (void)file;
    if (len >= sizeof(words))
        return -EINVAL;
    if (user_read(words, buf, len) < 0)
        return -EFAULT;
    words[len] = '\0';
    int error = trace_store(NULL, words);
    *offset += error < 0 ? 0 : len;
    return error < 0 ? error : (long)len;
}

static void trace_mask_show(struct textbuf *text)
{
    const char *name, *comma = "";
    bool is_kept;

    for (unsigned int n = 0; (name = trace_category(n, &is_kept)); n++) {
        if (!is_kept)
            continue;
        textbuf_printf(text, "%s%s", comma, name);
        comma = ",";
    }
    textbuf_puts(text, *comma ? "\n" : "none\n");
}

static const struct file_ops trace_file_ops = {
    .open = trace_file_open,
    .read = trace_file_read,
    .write = trace_file_write,
    .seek = file_seek_zero,
    .release = trace_file_release,
};

static struct procfs_entry trace_files[] = {
    { "trace", PROCFS_FILE | S_IWUSR, .ops = &trace_file_ops },
    { "trace_mask", PROCFS_FILE | S_IWUSR, .show = trace_mask_show,
      .store = trace_store },
};

void trace_file_init(void)
{
    procfs_register(&procfs_top, trace_files, ARRAY_LEN(trace_files));
}
