/* SPDX-License-Identifier: MIT */
/*
 * System calls on what a file takes up: its length, its pages, and what its file system
 * has.
 *
 * Called by sys/dispatch.c in process context.
 * Read next: fs/ramfs_data.c.
 */
#include <asm/statfs.h>

#include "fs/mount.h"
#include "mm/frame.h"
#include "proc/limits.h"
#include "sys/handler.h"

/* ---- Length ------------------------------------------------------------------------ */

/* RLIMIT_FSIZE forbids to make a file longer than that. */
static int truncate_file(struct inode *inode, loff_t size)
{
    size_t len = 1;
    int error = S_ISREG(inode->mode) && size > inode->size
                    ? limits_cut_write(size - 1, &len)
                    : 0;
    if (error == 0)
        error = inode_truncate(inode, size);
    if (error == 0)
        inode_was_written(inode, &this_proc()->cred);
    return error;
}

static long truncate_found(struct inode *inode, loff_t size)
{
    int error = S_ISREG(inode->mode)
                    ? inode_permission(inode, &this_proc()->cred, W_OK)
                    : 0;
    return error < 0 ? error : truncate_file(inode, size);
}

long truncate_path(uaddr_t path, loff_t size)
{
    return size < 0 ? -EINVAL
                    : ON_PATH(AT_FDCWD, path, 0, truncate_found(inode, size));
}

long truncate_fd(int fd, loff_t size)
{
    struct file *file = sys_file_find(fd);

    if (size < 0)
        return -EINVAL;
    if (!file)
        return -EBADF;
    if (!file_is_writable(file) || !S_ISREG(file->inode->mode) ||
        (size > SMALL_FILE_MAX && !(file->flags & O_LARGEFILE)))
        return -EINVAL;
    return truncate_file(file->inode, size);
}

/* ---- Room and advice ------------------------------------------------------------- */

#define FILE_SIZE_MAX 0x7fffffffffffffffLL
#define FALLOC_FL_KEEP_SIZE 0x01 /* fallocate(2) */
#define ADVICE_LAST 5 /* posix_fadvise(2): POSIX_FADV_NOREUSE */

/* Fills the holes from offset START to END, which is not beyond the file's. */
static int allocate_pages(struct inode *inode, loff_t start, loff_t end)
{
    struct backing *backing = inode_backing(inode);
    int error = backing ? 0 : -EOPNOTSUPP;
    paddr_t frame;

    while (error == 0 && start < end) {
        error = backing->ops->frame(backing, (uint32_t)(start >> PAGE_SHIFT),
                                    &frame);
        if (error == 0)
            frame_put(frame);
        start = ROUND_DOWN(start, PAGE_SIZE) + PAGE_SIZE;
        irq_let_in();
    }
    return error == -ENOMEM ? -ENOSPC : error;
}

/* What is beyond the end takes up no room before it is written, whatever is asked:
 * with FALLOC_FL_KEEP_SIZE that part is left. */
long allocate_file(struct file *file, int mode, loff_t offset, loff_t len)
{
    loff_t end = offset + len;

    if (offset < 0 || len <= 0)
        return -EINVAL;
    if (mode & ~FALLOC_FL_KEEP_SIZE)
        return -EOPNOTSUPP;
    if (!file_is_writable(file))
        return -EBADF;
    struct inode *inode = file->inode;
    if (!S_ISREG(inode->mode))
        return S_ISFIFO(inode->mode) ? -ESPIPE : -ENODEV;
    if (len > FILE_SIZE_MAX - offset)
        return -EFBIG;
    int error = end > inode->size && !(mode & FALLOC_FL_KEEP_SIZE)
                    ? truncate_file(inode, end)
                    : 0;
    return error < 0 ? error
                     : allocate_pages(inode, offset, MIN(end, inode->size));
}

/* All files are in memory: no advice makes a difference. */
long advise_file(const struct file *file, loff_t len, int advice)
{
    if (S_ISFIFO(file->inode->mode))
        return -ESPIPE;
    return len < 0 || advice < 0 || advice > ADVICE_LAST ? -EINVAL : 0;
}

/* ---- What a file system has ---------------------------------------------------------- */

/* Linux sets it in every answer; and says whose mount's options these are. */
#define ST_VALID 0x20u

static struct statfs statfs_of(const struct inode *inode)
{
    const struct mount *mount = inode->mount;
    bool has_room = mount && mount->magic != PROC_SUPER_MAGIC;
    unsigned int total = has_room ? frame_count_total() : 0;
    unsigned int free = has_room ? frame_count_free() : 0;

    return (struct statfs){
        .f_type = mount ? mount->magic : PIPEFS_MAGIC, .f_bsize = PAGE_SIZE,
        .f_blocks = total, .f_bfree = free, .f_bavail = free,
        .f_files = total, .f_ffree = free,
        .f_fsid = { mount ? (int)mount->device : 0 },
        .f_namelen = NAME_MAX, .f_frsize = PAGE_SIZE, .f_flags = ST_VALID,
    };
}

long statfs_put(struct inode *inode, uaddr_t buf)
{
    const struct statfs st = statfs_of(inode);
    return user_put(buf, st);
}

long statfs_put_old(struct inode *inode, uaddr_t buf)
{
    const struct statfs st = statfs_of(inode);
    const struct old_statfs old = {
        .f_type = st.f_type, .f_bsize = st.f_bsize, .f_blocks = (long)st.f_blocks,
        .f_bfree = (long)st.f_bfree, .f_bavail = (long)st.f_bavail,
        .f_files = (long)st.f_files, .f_ffree = (long)st.f_ffree,
        .f_fsid = { st.f_fsid[0], st.f_fsid[1] }, .f_namelen = st.f_namelen,
        .f_frsize = st.f_frsize, .f_flags = st.f_flags,
    };
    return user_put(buf, old);
}
