/* SPDX-License-Identifier: MIT */
/*
 * O_ASYNC: open files whose owner gets a signal when they become ready.
 *
 * A pipe or a terminal calls file_notify at each moment at which it also wakes
 * sleepers, from any context.  Few files ever want that: they all stand in one
 * list, which this file owns, and are found by what they are an open file of.
 * Read next: proc/sigio.c, who is sent what.
 */
#include <asm/signal.h>

#include "fs/file.h"

static struct list async_files = LIST_INIT(async_files);

void (*file_signal_hook)(const struct file *file, int code);

int file_set_async(struct file *file, int fd, bool on)
{
    list_remove(&file->async_link);
    file->flags &= ~O_ASYNC;
    if (on) {
        file->flags |= O_ASYNC;
        file->owner.fd = fd;
        list_add_head(&async_files, &file->async_link);
    }
    return 0;
}

void file_clear_async(const void *object)
{
    LIST_FOR_EACH_SAFE(file, &async_files, struct file, async_link) {
        if (file->private == object)
            file_set_async(file, -1, false);
    }
}

void file_notify(const void *object, int code)
{
    LIST_FOR_EACH(file, &async_files, struct file, async_link) {
        bool is_its_side = code == POLL_OUT ? file_is_writable(file)
                                            : file_is_readable(file);

        if (file->private == object &&
            (is_its_side || !S_ISFIFO(file->inode->mode)))
            file_signal_hook(file, code);
    }
}
