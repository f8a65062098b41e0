/* SPDX-License-Identifier: MIT */
/*
 * System calls that move bytes: read, write, and their forms with vectors or with
 * a position of their own.
 *
 * Called by sys/dispatch.c in process context.
 * Read next: fs/file.c, sys/sys_copy.c.
 */
#include <asm/uio.h>

#include "proc/signal.h"
#include "sys/handler.h"

long transfer_write(struct file *file, uaddr_t buf, size_t len, loff_t *offset)
{
    long result = file_write(file, buf, len, offset);
    bool is_part = result > 0 && (size_t)result < len;
    bool is_pipe = result > 0 && S_ISFIFO(file->inode->mode);

    if (result == -EPIPE ||
        (is_part && is_pipe && file_poll(file, NULL) & POLLERR))
        signal_raise(SIGPIPE);
    if (result > 0)
        inode_was_written(file->inode, &this_proc()->cred);
    return result;
}

long transfer_call(int fd, uaddr_t buf, size_t len, transfer_fn transfer,
                   loff_t *position)
{
    if (position && *position < 0)
        return -EINVAL;
    return ON_FD(fd, position && !file->ops->seek
                         ? -ESPIPE
                         : transfer(file, buf, len,
                                    position ? position : &file->offset));
}

/* ---- Vectors -------------------------------------------------------------------- */

/* Checks all vectors before the first byte moves. */
static int iov_check(uaddr_t iov, size_t count)
{
    struct iovec v;
    size_t total = 0;

    if (count > IOV_MAX)
        return -EINVAL;
    for (size_t i = 0; i < count; i++) {
        if (user_get(v, iov + i * sizeof(v)) < 0)
            return -EFAULT;
        if (v.iov_len > INT32_MAX - total)
            return -EINVAL;
        total += v.iov_len;
    }
    return 0;
}

/* Reads or writes one vector after the other, until one is not filled. */
static long iov_run(struct file *file, uaddr_t iov, size_t count,
                    transfer_fn transfer, loff_t *offset)
{
    size_t done = 0;
    long result = iov_check(iov, count);

    for (size_t i = 0; i < count && result >= 0; i++) {
        struct iovec v;
        result = user_get(v, iov + i * sizeof(v));
        if (result < 0)
            break;
        if (v.iov_len == 0)
            continue;
        /* Only the first read of a readv may wait for data. */
        if (done > 0 && transfer == file_read &&
            !(file_poll(file, NULL) & POLLIN))
            break;
        result = transfer(file, (uaddr_t)v.iov_base, v.iov_len, offset);
        if (result < 0)
            break;
        done += (size_t)result;
        if ((size_t)result < v.iov_len)
            break;
    }
    return done ? (long)done : result;
}

long vectors_read(struct file *file, uaddr_t iov, size_t count, loff_t *offset)
{
    return file_is_readable(file) ? iov_run(file, iov, count, file_read, offset)
                                  : -EBADF;
}

long vectors_write(struct file *file, uaddr_t iov, size_t count, loff_t *offset)
{
    return file_is_writable(file)
               ? iov_run(file, iov, count, transfer_write, offset)
               : -EBADF;
}
