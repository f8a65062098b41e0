/* SPDX-License-Identifier: MIT */
/*
 * Open files: what all of them have in common.
 *
 * Called by the system calls, in process context.  A file is shared by all
 * descriptors that lead to it; the last file_put releases it.
 * Read next: fs/filetable.c, then fs/pipe.c.
 */
#include "fs/file.h"

#include "fs/lock.h"
#include "lib/refs.h"
#include "mm/kmalloc.h"

static KIND_DEFINE(file_kind, "file", struct file);

/* read(2), NOTES: the most that one call transfers. */
#define IO_BYTES_MAX 0x7ffff000u

int (*file_limit_hook)(loff_t offset, size_t *len);

struct file *file_alloc(int flags)
{
    struct file *file = kind_alloc(&file_kind);
    if (!file)
        return NULL;
    file->refs = 1;
    file->flags = flags;
    list_init(&file->async_link);
    return file;
}

struct file *file_get(struct file *file)
{
    return REFS_GET(file);
}

void file_put(struct file *file)
{
    if (!REFS_PUT(file))
        return;
    list_remove(&file->async_link);
    if (file->inode)
        lock_drop(file->inode, file);
    if (file->ops && file->ops->release)
        file->ops->release(file);
    if (file->is_writer)
        file->inode->writers--;
    inode_put(file->inode);
    kind_free(file);
}

long file_read(struct file *file, uaddr_t buf, size_t len, loff_t *offset)
{
    if (!file_is_readable(file))
        return -EBADF;
    if (S_ISDIR(file->inode->mode))
        return -EISDIR;
    if (!file->ops->read)
        return -EINVAL;
    return file->ops->read(file, buf, MIN(len, IO_BYTES_MAX), offset);
}

long file_write(struct file *file, uaddr_t buf, size_t len, loff_t *offset)
{
    if (!file_is_writable(file))
        return -EBADF;
    if (!file->ops->write)
        return -EINVAL;
    len = MIN(len, IO_BYTES_MAX);
    if (inode_backing(file->inode) && len > 0) { /* it takes up room */
        loff_t at = file->flags & O_APPEND ? file->inode->size : *offset;
        int error = file_limit_hook ? file_limit_hook(at, &len) : 0;
        if (error == 0 && !(file->flags & O_LARGEFILE)) {
            error = at >= SMALL_FILE_MAX ? -EFBIG : 0;
            len = (size_t)MIN((loff_t)len, SMALL_FILE_MAX - at);
        }
        if (error < 0)
            return error;
    }
    return file->ops->write(file, buf, len, offset);
}

int file_wait(const struct file *file, struct waitq *queue, const char *wchan)
{
    if (file->flags & O_NONBLOCK)
        return -EAGAIN;
    return waitq_sleep(queue, SLEEP_INTERRUPTIBLE, wchan, TICK_NEVER);
}

unsigned int file_poll(struct file *file, struct poll_table *table)
{
    if (!file->ops->poll)
        return POLLIN | POLLOUT | POLLRDNORM | POLLWRNORM;
    return file->ops->poll(file, table);
}

loff_t file_seek(struct file *file, loff_t offset, int whence)
{
    if (whence < SEEK_SET || whence > SEEK_HOLE)
        return -EINVAL;
    if (!file->ops->seek)
        return -ESPIPE;
    return file->ops->seek(file, offset, whence);
}

loff_t file_seek_inode(struct file *file, loff_t offset, int whence)
{
    loff_t target;
    /* All of a file counts as data, and its end as a hole: lseek(2). */
    if (whence >= SEEK_DATA && (offset < 0 || offset >= file->inode->size))
        return -ENXIO;
    if (whence == SEEK_HOLE)
        offset = file->inode->size;
    loff_t base = whence == SEEK_CUR   ? file->offset
                  : whence == SEEK_END ? file->inode->size
                                       : 0;
    if (__builtin_add_overflow(base, offset, &target))
        return -EOVERFLOW;
    if (target < 0)
        return -EINVAL;
    file->offset = target;
    return target;
}

loff_t file_seek_zero(struct file *file, loff_t offset, int whence)
{
    (void)offset;
    (void)whence;
    file->offset = 0;
    return 0;
}

const struct file_ops dir_file_ops = { .seek = file_seek_inode };

bool dir_emit(struct file *file, struct dir_emitter *emitter, const char *name,
              unsigned long ino, mode_t mode, loff_t position)
{
    if (position < file->offset)
        return true;
    if (!emitter->emit(emitter, name, ino, mode, position + 1))
        return false;
    file->offset = position + 1;
    return true;
}

bool dir_emit_dots(struct file *file, struct dir_emitter *emitter)
{
    struct inode *dir = file->inode;
    struct inode *up = dir->parent ? dir->parent : dir;

    return dir_emit(file, emitter, ".", dir->ino, S_IFDIR, 0) &&
           dir_emit(file, emitter, "..", up->ino, S_IFDIR, 1);
}
