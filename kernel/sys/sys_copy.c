/* SPDX-License-Identifier: MIT */
/*
 * System calls that copy from file to file: sendfile, copy_file_range.
 *
 * The bytes go through some pages that are mapped into the caller's own space
 * for as long as the call lasts: so every kind of file can take part, with the
 * operations that read and write have.
 * Called by sys/dispatch.c in process context.
 */
#include <asm/mman.h>
#include <tine/errno.h>

#include "mm/space.h"
#include "mm/usercopy.h"
#include "proc/proc.h"
#include "sys/sys.h"
#include "sys/sys_file.h"

#define COPY_PAGES 16u
#define COPY_BYTES (COPY_PAGES * PAGE_SIZE)
#define COPY_MAX 0x7ffff000u /* what one call transfers, as read(2) */

/* Who takes part, and where. */
struct copying {
    struct file *in, *out;
    loff_t *in_at, *out_at;
};

/* Copies LEN bytes through the memory at BUF. Returns: bytes, or -E. */
static long copy_through(struct copying *c, uaddr_t buf, size_t len)
{
    size_t done = 0;
    long result = 0;

    while (done < len) {
        loff_t in_at = *c->in_at;
        result = file_read(c->in, buf, MIN(len - done, COPY_BYTES), &in_at);
        if (result <= 0)
            break;
        result = file_write(c->out, buf, (size_t)result, c->out_at);
        if (result <= 0)
            break;
        *c->in_at += result; /* what was read and not written stays unread */
        done += (size_t)result;
        preempt_point();
    }
    return done ? (long)done : result;
}

static long copy_run(struct copying *c, size_t len)
{
    struct space *space = this_proc()->space;
    uaddr_t buf;
    long result = space_map(space, 0, COPY_BYTES, PROT_READ | PROT_WRITE,
                            MAP_PRIVATE | MAP_ANONYMOUS, NULL, 0, &buf);

    if (result < 0)
        return result;
    result = copy_through(c, buf, MIN(len, COPY_MAX));
    int error = space_unmap(space, buf, COPY_BYTES);
    return error < 0 ? error : result;
}

/* sendfile(2): IN can be read at any place. *POSITION takes the place of the file's
 * own, or is NULL. */
static long sendfile_at(int out_fd, int in_fd, loff_t *position, size_t len)
{
    struct copying c = { .in = sys_file_get(in_fd),
                         .out = sys_file_get(out_fd) };
    long result = 0;

    if (!c.in || !c.out || !file_is_readable(c.in) || !file_is_writable(c.out))
        result = -EBADF;
    else if (position && !c.in->ops->seek)
        result = -ESPIPE;
    else if (!S_ISREG(c.in->inode->mode) || (c.out->flags & O_APPEND) ||
             (position && *position < 0))
        result = -EINVAL;
    if (result == 0) {
        c.in_at = position ? position : &c.in->offset;
        c.out_at = &c.out->offset;
        result = copy_run(&c, len);
    }
    if (c.in)
        file_put(c.in);
    return c.out ? sys_transfer_end(c.out, file_write, len, result) : result;
}

long sys_sendfile(int out_fd, int in_fd, uaddr_t offset, size_t len)
{
    long given;

    if (!offset)
        return sendfile_at(out_fd, in_fd, NULL, len);
    if (user_get(given, offset) < 0)
        return -EFAULT;
    loff_t position = given;
    long result = sendfile_at(out_fd, in_fd, &position, len);
    given = (long)position;
    return user_put(offset, given) < 0 ? -EFAULT : result;
}

long sys_sendfile64(int out_fd, int in_fd, uaddr_t offset, size_t len)
{
    loff_t position;

    if (!offset)
        return sendfile_at(out_fd, in_fd, NULL, len);
    if (user_get(position, offset) < 0)
        return -EFAULT;
    long result = sendfile_at(out_fd, in_fd, &position, len);
    return user_put(offset, position) < 0 ? -EFAULT : result;
}

/* ---- copy_file_range --------------------------------------------------------------- */

static int copy_range_check(const struct copying *c, size_t len)
{
    const struct inode *in = c->in->inode, *out = c->out->inode;

    if (S_ISDIR(in->mode) || S_ISDIR(out->mode))
        return -EISDIR;
    if (!S_ISREG(in->mode) || !S_ISREG(out->mode))
        return -EINVAL;
    if (!file_is_readable(c->in) || !file_is_writable(c->out) ||
        (c->out->flags & O_APPEND))
        return -EBADF;
    if (*c->in_at < 0 || *c->out_at < 0)
        return -EINVAL;
    /* Not onto itself. */
    if (in == out && *c->in_at < *c->out_at + (loff_t)len &&
        *c->out_at < *c->in_at + (loff_t)len)
        return -EINVAL;
    return 0;
}

/* Copies the offset at ADDR, if any, to *PLACE; else that is the file's own. */
static int copy_offset_get(struct file *file, uaddr_t addr, loff_t *place,
                           loff_t **at)
{
    *at = addr ? place : &file->offset;
    return addr ? user_get(*place, addr) : 0;
}

long sys_copy_file_range(int in_fd, uaddr_t in_offset, int out_fd,
                         uaddr_t out_offset, size_t len, unsigned int flags)
{
    struct copying c = { .in = sys_file_get(in_fd),
                         .out = sys_file_get(out_fd) };
    loff_t in_at, out_at;
    long result = c.in && c.out ? 0 : -EBADF;

    if (result == 0)
        result = copy_offset_get(c.in, in_offset, &in_at, &c.in_at);
    if (result == 0)
        result = copy_offset_get(c.out, out_offset, &out_at, &c.out_at);
    if (result == 0)
        result = flags ? -EINVAL : copy_range_check(&c, len);
    if (result == 0)
        result = copy_run(&c, len);
    if (result > 0 && in_offset && user_put(in_offset, in_at) < 0)
        result = -EFAULT;
    if (result > 0 && out_offset && user_put(out_offset, out_at) < 0)
        result = -EFAULT;
    if (c.in)
        file_put(c.in);
    if (c.out)
        file_put(c.out);
    return result;
}
