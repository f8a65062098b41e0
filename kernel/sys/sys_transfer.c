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

long sys_transfer_end(struct file *file, transfer_fn transfer, size_t len,
                      long result)
{
    bool is_broken = result == -EPIPE;
    if (transfer == file_write && result > 0 && (size_t)result < len &&
        S_ISFIFO(file->inode->mode))
        is_broken = file_poll(file, NULL) & POLLERR;
    if (is_broken)
        signal_raise(SIGPIPE);
    if (transfer == file_write && result > 0)
        inode_was_written(file->inode, &this_proc()->cred);
    file_put(file);
    return result;
}

long transfer_call(int fd, uaddr_t buf, size_t len, transfer_fn transfer,
                   loff_t *position)
{
    if (position && *position < 0)
        return -EINVAL;
    struct file *file = sys_file_get(fd);
    if (!file)
        return -EBADF;
    long result = position && !file->ops->seek
                      ? -ESPIPE
                      : transfer(file, buf, len,
                                 position ? position : &file->offset);
    return sys_transfer_end(file, transfer, len, result);
}

/* ---- Vectors -------------------------------------------------------------------- */

/* Checks all vectors before the first byte moves. Returns: the sum, or -E. */
static long iov_check(uaddr_t iov, int count)
{
    struct iovec v;
    size_t total = 0;

    if (count < 0 || count > IOV_MAX)
        return -EINVAL;
    for (int i = 0; i < count; i++) {
        if (user_get(v, iov + (unsigned int)i * sizeof(v)) < 0)
            return -EFAULT;
        if (v.iov_len > INT32_MAX - total)
            return -EINVAL;
        total += v.iov_len;
    }
    return (long)total;
}

/* Reads or writes one vector after the other, until one is not filled. */
static long iov_run(struct file *file, uaddr_t iov, int count,
                    transfer_fn transfer, loff_t *position)
{
    size_t done = 0;
    long result = 0;

    for (int i = 0; i < count; i++) {
        struct iovec v;
        result = user_get(v, iov + (unsigned int)i * sizeof(v));
        if (result < 0)
            break;
        if (v.iov_len == 0)
            continue;
        /* Only the first read of a readv may wait for data. */
        if (done > 0 && transfer == file_read &&
            !(file_poll(file, NULL) & POLLIN))
            break;
        result = transfer(file, (uaddr_t)v.iov_base, v.iov_len, position);
        if (result < 0)
            break;
        done += (size_t)result;
        if ((size_t)result < v.iov_len)
            break;
    }
    return done ? (long)done : result;
}

long transfer_iov_call(int fd, uaddr_t iov, int count, transfer_fn transfer,
                       loff_t *position)
{
    if (position && *position < 0)
        return -EINVAL;
    struct file *file = sys_file_get(fd);
    if (!file)
        return -EBADF;
    bool may_be = transfer == file_read ? file_is_readable(file)
                                        : file_is_writable(file);
    long total = position && !file->ops->seek ? -ESPIPE
                 : may_be                     ? iov_check(iov, count)
                                              : -EBADF;
    long result = total > 0 ? iov_run(file, iov, count, transfer,
                                      position ? position : &file->offset)
                            : total;
    return sys_transfer_end(file, transfer, (size_t)total, result);
}
