/* SPDX-License-Identifier: MIT */
/*
 * Open files of /proc: a text that is made when it is read from the start.
 *
 * The text is kept in the open file until offset 0 is read again, so a reader
 * that takes it in pieces sees one moment, and one that rewinds sees the present.
 * Called through struct file_ops, in process context.
 */
#include <tine/errno.h>

#include "fs/procfs_inode.h"

/* Makes the text of FILE anew. The old one goes first: /proc/objects counts. */
static int procfs_file_show(struct file *file)
{
    struct procfs_inode *pi = procfs_inode(file->inode);
    struct textbuf *text = file->private;

    if (!text) {
        text = textbuf_alloc();
        if (!text)
            return -ENOMEM;
        file->private = text;
    }
    textbuf_reset(text);
    int error = pi->entry->show ? pi->entry->show(text)
                                : pi->entry->show_pid(pi->pid, text);
    if (error == 0 && text->failed)
        error = -ENOMEM;
    if (error < 0)
        textbuf_reset(text);
    return error;
}

static long procfs_file_read(struct file *file, uaddr_t buf, size_t len,
                             loff_t *offset)
{
    if (*offset == 0 || !file->private) {
        int error = procfs_file_show(file);
        if (error < 0)
            return error;
    }
    long done = textbuf_read_user(file->private, buf, len, *offset);
    if (done > 0)
        *offset += done;
    return done;
}

static void procfs_file_release(struct file *file)
{
    textbuf_free(file->private);
}

const struct file_ops procfs_file_ops = {
    .read = procfs_file_read,
    .seek = file_seek_inode,
    .release = procfs_file_release,
};
