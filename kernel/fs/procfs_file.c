/* SPDX-License-Identifier: MIT */
/*
 * The files of /proc, opened.
 *
 * A file's text is made when it is read from the start, and kept in the open file
 * until that happens again: a reader that takes it in pieces sees one moment.
 * Called through struct file_ops, in process context.
 * Read next: fs/procfs_show.c, then proc/info.c.
 */
#include <tine/errno.h>

#include "debug/failnth.h"
#include "fs/procfs_node.h"
#include "mm/usercopy.h"

#define STORE_BYTES 64u /* more cannot be written to a file of /proc at once */

static void procfs_file_release(struct file *file)
{
    textbuf_free(file->private);
    file->private = NULL;
}

/* Makes the text of FILE anew. The old one goes first: /proc/objects counts. */
static int procfs_file_show(struct file *file)
{
    struct procfs_inode *pi = procfs_inode(file->inode);

    procfs_file_release(file);
    struct textbuf *text = textbuf_alloc();
    if (!text)
        return -ENOMEM;
    file->private = text;
    const struct procfs_entry *entry = pi->entry;
    int error = 0;
    if (entry->text)
        textbuf_puts(text, entry->text);
    else if (entry->show)
        error = entry->show(text);
    else
        error = entry->show_pid ? entry->show_pid(pi->pid, text)
                                : entry->show_number(pi->pid, pi->number, text);
    if (error == 0 && text->failed)
        error = -ENOMEM;
    if (error < 0)
        procfs_file_release(file);
    return error;
}

static long procfs_file_read(struct file *file, uaddr_t buf, size_t len,
                             loff_t *offset)
{
    if (*offset == 0 || !file->private) {
        fail_hold(true); /* looking does not change what is looked at */
        int error = procfs_file_show(file);
        fail_hold(false);
        if (error < 0)
            return error;
    }
    long done = textbuf_read_user(file->private, buf, len, *offset);
    if (done > 0)
        *offset += done;
    return done;
}

/* One write is one text, whatever the offset. */
static long procfs_file_write(struct file *file, uaddr_t buf, size_t len,
                              loff_t *offset)
{
    struct procfs_inode *pi = procfs_inode(file->inode);
    char text[STORE_BYTES];

    if (!pi->entry->store_pid || len >= sizeof(text))
        return -EINVAL;
    if (user_read(text, buf, len) < 0)
        return -EFAULT;
    text[len] = '\0';
    int error = pi->entry->store_pid(pi->pid, text);
    if (error < 0)
        return error;
    *offset += len;
    return (long)len;
}

const struct file_ops procfs_file_ops = {
    .read = procfs_file_read,
    .write = procfs_file_write,
    .seek = file_seek_inode,
    .release = procfs_file_release,
};
