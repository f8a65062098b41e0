/* SPDX-License-Identifier: MIT */
/*
 * System calls that move bytes: read, write, and their forms with vectors, with
 * a position of their own, or with both.
 *
 * All are one transfer at an offset: the open file's, which moves, or the
 * caller's.  Called by sys/dispatch.c in process context.
 * Read next: fs/file.c, sys/sys_copy.c.
 */
#include <asm/signal.h>
#include <asm/uio.h>
#include <tine/errno.h>

#include "mm/usercopy.h"
#include "proc/proc.h"
#include "proc/signal.h"
#include "sys/sys.h"
#include "sys/sys_file.h"

#define LONG_MAX_OFFSET 0x7fffffff

long sys_transfer_end(struct file *file, transfer_fn transfer, size_t len,
                      long result)
{
    bool is_broken = result == -EPIPE;
    if (transfer == file_write && result > 0 && (size_t)result < len &&
        S_ISFIFO(file->inode->mode))
        is_broken = file_poll(file, NULL) & POLLERR;
    if (is_broken) {
        siginfo_t info;
        signal_info_user(&info, SIGPIPE, SI_USER);
        signal_post(this_proc(), SIGPIPE, &info);
    }
    file_put(file);
    return result;
}

/* The offset that a call works at: *POSITION, or the open file's own if POSITION
 * is NULL. Returns: NULL with the cause in *ERROR. */
static loff_t *transfer_offset(struct file *file, loff_t *position, int *error)
{
    if (!position)
        return &file->offset;
    *error = *position < 0      ? -EINVAL
             : !file->ops->seek ? -ESPIPE
                                : 0;
    return *error < 0 ? NULL : position;
}

static long sys_transfer(int fd, uaddr_t buf, size_t len, transfer_fn transfer,
                         loff_t *position)
{
    struct file *file = sys_file_get(fd);
    if (!file)
        return position && *position < 0 ? -EINVAL : -EBADF;
    int error;
    loff_t *offset = transfer_offset(file, position, &error);
    long result = offset ? transfer(file, buf, len, offset) : error;
    return sys_transfer_end(file, transfer, len, result);
}

long sys_read(int fd, uaddr_t buf, size_t len)
{
    return sys_transfer(fd, buf, len, file_read, NULL);
}

long sys_write(int fd, uaddr_t buf, size_t len)
{
    return sys_transfer(fd, buf, len, file_write, NULL);
}

long sys_pread64(int fd, uaddr_t buf, size_t len, unsigned long low,
                 unsigned long high)
{
    loff_t position = loff_of(low, high);
    return sys_transfer(fd, buf, len, file_read, &position);
}

long sys_pwrite64(int fd, uaddr_t buf, size_t len, unsigned long low,
                  unsigned long high)
{
    loff_t position = loff_of(low, high);
    return sys_transfer(fd, buf, len, file_write, &position);
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
        if (v.iov_len > LONG_MAX_OFFSET - total)
            return -EINVAL;
        total += v.iov_len;
    }
    return (long)total;
}

/* Reads or writes one vector after the other, until one is not filled. */
static long iov_run(struct file *file, uaddr_t iov, int count,
                    transfer_fn transfer, loff_t *offset)
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
        result = transfer(file, (uaddr_t)v.iov_base, v.iov_len, offset);
        if (result < 0)
            break;
        done += (size_t)result;
        if ((size_t)result < v.iov_len)
            break;
    }
    return done ? (long)done : result;
}

static long sys_transfer_iov(int fd, uaddr_t iov, int count,
                             transfer_fn transfer, loff_t *position)
{
    struct file *file = sys_file_get(fd);
    if (!file)
        return position && *position < 0 ? -EINVAL : -EBADF;
    bool may_be = transfer == file_read ? file_is_readable(file)
                                        : file_is_writable(file);
    int error;
    loff_t *offset = transfer_offset(file, position, &error);
    long total = !offset ? error : may_be ? iov_check(iov, count) : -EBADF;
    long result =
        total > 0 ? iov_run(file, iov, count, transfer, offset) : total;
    return sys_transfer_end(file, transfer, (size_t)total, result);
}

long sys_readv(int fd, uaddr_t iov, int count)
{
    return sys_transfer_iov(fd, iov, count, file_read, NULL);
}

long sys_writev(int fd, uaddr_t iov, int count)
{
    return sys_transfer_iov(fd, iov, count, file_write, NULL);
}

long sys_preadv(int fd, uaddr_t iov, int count, unsigned long low,
                unsigned long high)
{
    loff_t position = loff_of(low, high);
    return sys_transfer_iov(fd, iov, count, file_read, &position);
}

long sys_pwritev(int fd, uaddr_t iov, int count, unsigned long low,
                 unsigned long high)
{
    loff_t position = loff_of(low, high);
    return sys_transfer_iov(fd, iov, count, file_write, &position);
}

/* With flags, and -1 as the file's own position. */
static long transfer_iov2(int fd, uaddr_t iov, int count, transfer_fn transfer,
                          loff_t position, int flags)
{
    /* All of a file is in memory: nothing is written later. */
    if (flags & ~(RWF_HIPRI | RWF_DSYNC | RWF_SYNC))
        return -EOPNOTSUPP;
    return sys_transfer_iov(fd, iov, count, transfer,
                            position == -1 ? NULL : &position);
}

long sys_preadv2(int fd, uaddr_t iov, int count, unsigned long low,
                 unsigned long high, int flags)
{
    return transfer_iov2(fd, iov, count, file_read, loff_of(low, high), flags);
}

long sys_pwritev2(int fd, uaddr_t iov, int count, unsigned long low,
                  unsigned long high, int flags)
{
    return transfer_iov2(fd, iov, count, file_write, loff_of(low, high), flags);
}
