/* SPDX-License-Identifier: MIT */
/*
 * Opening and closing pipes: fifo(7), pipe(7).
 *
 * Whoever opens a named pipe for one direction waits until somebody opens the
 * other.  Each open is counted for ever (readers_ever, writers_ever), so that a
 * sleeper notices a partner who has come and already gone.
 * Called by open(2) and pipe(2), in process context.  Owns the pipe: it is made at the
 * first open and freed at the last close, with what was in it.
 * Read next: fs/open.c.
 */
#include <asm/signal.h>

#include "fs/pipe.h"
#include "fs/ramfs.h"

/* Counts FILE as one that has PIPE open. */
static void fifo_attach(struct pipe *pipe, struct file *file)
{
    bool can_read = file_is_readable(file), can_write = file_is_writable(file);

    file->private = pipe;
    pipe->reader_count += can_read;
    pipe->readers_ever += can_read;
    pipe->writer_count += can_write;
    pipe->writers_ever += can_write;
    waitq_wake(&pipe->opened);
}

static void fifo_release(struct file *file)
{
    struct pipe *pipe = file->private;

    pipe->reader_count -= file_is_readable(file);
    pipe->writer_count -= file_is_writable(file);
    waitq_wake(&pipe->readable);
    waitq_wake(&pipe->writable);
    if ((pipe->reader_count == 0) != (pipe->writer_count == 0)) {
        file_notify(pipe, POLL_IN);
        file_notify(pipe, POLL_OUT);
    }
    if (pipe->reader_count + pipe->writer_count == 0) {
        file->inode->device = NULL;
        pipe_destroy(pipe);
    }
}

/* Waits until another one has opened PIPE: until *EVER changes. */
static int fifo_wait(struct pipe *pipe, const uint32_t *ever)
{
    uint32_t before = *ever;
    int error = 0;

    while (*ever == before && error == 0)
        error = waitq_sleep(&pipe->opened, SLEEP_INTERRUPTIBLE, "fifo_open",
                            TICK_NEVER);
    return error;
}

/* A pipe without a name is opened, through /proc, whoever else has it open.
 * Errors: -ENXIO nobody reads, and O_NONBLOCK; -ERESTARTSYS; -ENOMEM. */
static int fifo_open(struct inode *inode, struct file *file)
{
    bool may_wait = !(file->flags & O_NONBLOCK);
    bool has_name = inode->mount != NULL;
    bool has_both = file_is_readable(file) && file_is_writable(file);
    struct pipe *pipe = inode->device;
    int error = 0;

    if (has_name && !may_wait && !file_is_readable(file) &&
        (!pipe || pipe->reader_count == 0))
        return -ENXIO;
    if (!pipe)
        pipe = pipe_make();
    if (!pipe)
        return -ENOMEM;
    inode->device = pipe;
    fifo_attach(pipe, file);
    if (!has_name || has_both)
        return 0;
    if (file_is_writable(file) && pipe->reader_count == 0)
        error = fifo_wait(pipe, &pipe->readers_ever);
    if (file_is_readable(file) && pipe->writer_count == 0) {
        if (may_wait)
            error = fifo_wait(pipe, &pipe->writers_ever);
        else
            file->offset = pipe->writers_ever; /* no POLLHUP before one more */
    }
    if (error < 0)
        fifo_release(file);
    return error;
}

const struct file_ops fifo_file_ops = {
    .open = fifo_open,
    .read = pipe_read,
    .write = pipe_write,
    .poll = pipe_poll,
    .ioctl = pipe_ioctl,
    .async = file_set_async,
    .release = fifo_release,
};

/* ---- Without a name ------------------------------------------------------------- */

int pipe_alloc(int flags, const struct cred *cred, struct file **reader,
               struct file **writer)
{
    struct inode *inode = ramfs_alloc_unnamed(S_IFIFO | S_IRUSR | S_IWUSR, cred);
    int error = inode ? inode_open(inode, flags & ~O_DIRECT, reader) : -ENOMEM;

    if (error == 0) {
        error = inode_open(inode, flags | O_WRONLY, writer);
        if (error < 0)
            file_put(*reader);
    }
    inode_put(inode); /* from now on the files hold it */
    return error;
}
