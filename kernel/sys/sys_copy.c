/* SPDX-License-Identifier: MIT */
/*
 * sendfile(2), copy_file_range(2) and splice(2): from file to file.
 *
 * The bytes go through some pages that are mapped into the caller's own space
 * for as long as the call lasts: so every kind of file can take part, with the
 * operations that read and write have.
 * Called by sys/dispatch.c in process context.
 */
#include <asm/mman.h>
#include <asm/poll.h>

#include "fs/devfs.h"
#include "mm/space.h"
#include "sys/handler.h"

#define COPY_PAGES 16u
#define COPY_BYTES (COPY_PAGES * PAGE_SIZE)
#define COPY_MAX 0x7ffff000u /* what one call transfers, as read(2) */

/* Copies LEN bytes of IN at *AT to *TO of OUT. Returns: bytes, or -E. */
typedef long (*copy_fn)(struct file *in, struct file *out, size_t len, loff_t *at,
                        loff_t *to, unsigned int flags);

/* Copies LEN bytes from *AT to *TO, through the memory at BUF, or fewer if IN has no
 * more of them now. Returns: bytes, or -E. */
static long copy_through(struct file *in, struct file *out, uaddr_t buf,
                         size_t len, loff_t *at, loff_t *to)
{
    size_t done = 0, chunk;
    long result = 0;

    if (len == 0)
        return 0;
    do {
        loff_t read_at = *at;
        chunk = MIN(len - done, COPY_BYTES);
        result = file_read(in, buf, chunk, &read_at);
        if (result > 0)
            result = transfer_write(out, buf, (size_t)result, to);
        if (result <= 0)
            break;
        *at += result; /* what was read and not written stays unread */
        done += (size_t)result;
        preempt_point();
    } while ((size_t)result == chunk && done < len);
    return done ? (long)done : result;
}

static long copy_run(struct file *in, struct file *out, size_t len, loff_t *at,
                     loff_t *to)
{
    struct space *space = this_proc()->space;
    uaddr_t buf;
    long result = space_map(space, 0, COPY_BYTES, PROT_READ | PROT_WRITE,
                            MAP_PRIVATE | MAP_ANONYMOUS, NULL, 0, &buf);

    if (result < 0)
        return result;
    result = copy_through(in, out, buf, MIN(len, COPY_MAX), at, to);
    int error = space_unmap(space, buf, COPY_BYTES);
    return error < 0 ? error : result;
}

/* sendfile(2): IN can be read at any place. *POSITION takes the place of the file's
 * own, or is NULL. */
static long sendfile_at(struct file *in, struct file *out, loff_t *position,
                        size_t len)
{
    if (!file_is_readable(in) || !file_is_writable(out))
        return -EBADF;
    if (position && !in->ops->seek)
        return -ESPIPE;
    if ((!inode_backing(in->inode) && !devfs_is_zero(in->inode)) ||
        (out->flags & O_APPEND) || (position && *position < 0))
        return -EINVAL;
    return copy_run(in, out, len, position ? position : &in->offset, &out->offset);
}

static long sendfile_fds(int out_fd, int in_fd, loff_t *position, size_t len)
{
    return ON_FD_AS(in, in_fd, ON_FD_AS(out, out_fd,
                                        sendfile_at(in, out, position, len)));
}

long sendfile_call(int out_fd, int in_fd, uaddr_t offset, size_t size,
                   size_t len)
{
    loff_t position = 0;

    if (!offset)
        return sendfile_fds(out_fd, in_fd, NULL, len);
    if (user_read(&position, offset, size) < 0)
        return -EFAULT;
    if (size == sizeof(long))
        position = (long)position;
    long result = sendfile_fds(out_fd, in_fd, &position, len);
    return user_write(offset, &position, size) < 0 ? -EFAULT : result;
}

/* copy_file_range(2) between open files: what forbids it, or 0. */
static int copy_range_check(const struct file *in, const struct file *out,
                            size_t len, loff_t at, loff_t to)
{
    if (S_ISDIR(in->inode->mode) || S_ISDIR(out->inode->mode))
        return -EISDIR;
    if (!S_ISREG(in->inode->mode) || !S_ISREG(out->inode->mode))
        return -EINVAL;
    if (!file_is_readable(in) || !file_is_writable(out) ||
        (out->flags & O_APPEND))
        return -EBADF;
    if (at < 0 || to < 0) {
        bool does_wrap = (at < 0 && at + (loff_t)len >= 0) ||
                         (to < 0 && to + (loff_t)len >= 0);
        return does_wrap ? -EOVERFLOW : -EINVAL;
    }
    loff_t count = MIN((loff_t)len, in->inode->size - at);
    bool is_overlap = in->inode == out->inode && at - to < count && to - at < count;
    return is_overlap ? -EINVAL : 0;
}

static long copy_range(struct file *in, struct file *out, size_t len, loff_t *at,
                       loff_t *to, unsigned int flags)
{
    int error = copy_range_check(in, out, len, *at, *to);

    (void)flags;
    return error < 0 ? error : copy_run(in, out, len, at, to);
}

/* splice(2) between open files: what forbids it, or 0. A place AT or TO that is not
 * the file's own was given. */
static int splice_check(const struct file *in, const struct file *out,
                        const loff_t *at, const loff_t *to)
{
    const bool from_pipe = S_ISFIFO(in->inode->mode);
    const bool to_pipe = S_ISFIFO(out->inode->mode);

    if ((from_pipe && at != &in->offset) || (to_pipe && to != &out->offset))
        return -ESPIPE;
    if (!file_is_readable(in) || !file_is_writable(out))
        return -EBADF;
    if (from_pipe ? in->inode == out->inode : !to_pipe)
        return -EINVAL;
    if (!to_pipe && ((out->flags & O_APPEND) || *to < 0))
        return -EINVAL;
    return !from_pipe && (S_ISDIR(in->inode->mode) || *at < 0) ? -EINVAL : 0;
}

/* Waits for the first bytes only. What was read from a pipe it cannot take back: so a
 * step is of as many bytes as any pipe that has room takes at once. */
static long splice_run(struct file *in, struct file *out, size_t len, loff_t *at,
                       loff_t *to, unsigned int flags)
{
    bool may_wait = !(flags & SPLICE_F_NONBLOCK);
    size_t done = 0;
    long result = splice_check(in, out, at, to);
    loff_t none = 0;

    if (S_ISFIFO(in->inode->mode))
        at = &none; /* pipes keep something else there */
    while (result >= 0 && done < len) {
        const bool may_fill = may_wait && !(out->flags & O_NONBLOCK);
        if ((!may_wait && !(file_poll(in, NULL) & (POLLIN | POLLHUP))) ||
            (!may_fill && !(file_poll(out, NULL) & (POLLOUT | POLLERR)))) {
            result = -EAGAIN;
            break;
        }
        result = copy_run(in, out, MIN(len - done, PAGE_SIZE), at, to);
        if (result <= 0)
            break;
        done += (size_t)result;
        may_wait = false;
    }
    return done ? (long)done : result;
}

/* Runs COPY between open files: at the places at the user addresses IN_AT and OUT_AT,
 * or for 0 at the file's own. */
static long copy_at(struct file *in, uaddr_t in_at, struct file *out, uaddr_t out_at,
                    size_t len, unsigned int flags, copy_fn copy)
{
    loff_t at, to;

    if ((in_at && user_get(at, in_at) < 0) || (out_at && user_get(to, out_at) < 0))
        return -EFAULT;
    long result = copy(in, out, len, in_at ? &at : &in->offset,
                       out_at ? &to : &out->offset, flags);
    if (result > 0 && ((in_at && user_put(in_at, at) < 0) ||
                       (out_at && user_put(out_at, to) < 0)))
        return -EFAULT;
    return result;
}

static long copy_fds(int in_fd, uaddr_t in_at, int out_fd, uaddr_t out_at, size_t len,
                     unsigned int flags, copy_fn copy)
{
    return ON_FD_AS(in, in_fd,
                    ON_FD_AS(out, out_fd, copy_at(in, in_at, out, out_at, len, flags,
                                                  copy)));
}

long sys_copy_file_range(int in_fd, uaddr_t in_at, int out_fd, uaddr_t out_at,
                         size_t len, unsigned int flags)
{
    return flags ? -EINVAL
                 : copy_fds(in_fd, in_at, out_fd, out_at, len, 0, copy_range);
}

long sys_splice(int in_fd, uaddr_t in_at, int out_fd, uaddr_t out_at, size_t len,
                unsigned int flags)
{
    if (len == 0)
        return 0;
    if (flags & ~SPLICE_F_ALL)
        return -EINVAL;
    return copy_fds(in_fd, in_at, out_fd, out_at, len, flags, splice_run);
}
