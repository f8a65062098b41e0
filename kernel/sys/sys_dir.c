/* SPDX-License-Identifier: MIT */
/*
 * Reading directories: getdents64 and the old getdents, which differ only in
 * the layout of a record.
 *
 * The file system emits entries into one frame of kernel memory, which is then
 * copied out at once: no directory changes while it is being read.
 * Called by sys/dispatch.c in process context.
 */
#include <asm/dirent.h>
#include <tine/errno.h>

#include "lib/string.h"
#include "mm/frame.h"
#include "mm/usercopy.h"
#include "sys/sys.h"
#include "sys/sys_file.h"

#define DIRENT64_ALIGN 8u
#define OLD_DIRENT_ALIGN sizeof(long)

/* A buffer being filled with records. */
struct dents {
    struct dir_emitter emitter;
    char *buf;
    size_t size;
    size_t used;
    bool is_too_small; /* not even the first record fits */
};

/* Makes room for a record of LEN bytes. Returns: NULL when it does not fit. */
static void *dents_reserve(struct dents *d, size_t len)
{
    if (len > d->size - d->used) {
        d->is_too_small = d->used == 0;
        return NULL;
    }
    void *record = d->buf + d->used;
    memset(record, 0, len);
    d->used += len;
    return record;
}

static bool dents_emit64(struct dir_emitter *emitter, const char *name,
                         size_t len, unsigned long ino, unsigned int type,
                         loff_t offset)
{
    struct dents *d = LIST_ENTRY(emitter, struct dents, emitter);
    size_t size = ROUND_UP(offsetof(struct dirent64, d_name) + len + 1,
                           DIRENT64_ALIGN);
    struct dirent64 *record = dents_reserve(d, size);
    if (!record)
        return false;
    record->d_ino = ino;
    record->d_off = offset;
    record->d_reclen = (unsigned short)size;
    record->d_type = (unsigned char)type;
    memcpy(record->d_name, name, len);
    return true;
}

/* The old record: name, NUL, and the type in the very last byte. */
static bool dents_emit_old(struct dir_emitter *emitter, const char *name,
                           size_t len, unsigned long ino, unsigned int type,
                           loff_t offset)
{
    struct dents *d = LIST_ENTRY(emitter, struct dents, emitter);
    size_t size = ROUND_UP(offsetof(struct old_dirent, d_name) + len + 2,
                           OLD_DIRENT_ALIGN);
    struct old_dirent *record = dents_reserve(d, size);
    if (!record)
        return false;
    record->d_ino = ino;
    record->d_off = (unsigned long)offset;
    record->d_reclen = (unsigned short)size;
    memcpy(record->d_name, name, len);
    ((char *)record)[size - 1] = (char)type;
    return true;
}

static long dents_fill(struct file *file, struct dents *d, uaddr_t buf)
{
    struct inode *dir = file->inode;
    loff_t start = file->offset;

    if (!S_ISDIR(dir->mode) || !file->ops->readdir)
        return -ENOTDIR;
    if (dir->nlink == 0)
        return -ENOENT;
    int error = file->ops->readdir(file, &d->emitter);
    if (error == 0 && d->is_too_small)
        error = -EINVAL;
    if (error == 0)
        error = user_write(buf, d->buf, d->used);
    if (error < 0)
        file->offset = start;
    return error < 0 ? error : (long)d->used;
}

static long dents_read(int fd, uaddr_t buf, size_t len, struct dents *d)
{
    struct file *file = sys_file_get(fd);
    if (!file)
        return -EBADF;
    long result = -ENOMEM;
    paddr_t frame = frame_alloc();
    if (frame) {
        d->buf = frame_to_virt(frame);
        d->size = MIN(len, PAGE_SIZE);
        result = dents_fill(file, d, buf);
        frame_put(frame);
    }
    file_put(file);
    return result;
}

long sys_getdents64(int fd, uaddr_t buf, size_t len)
{
    struct dents d = { .emitter.emit = dents_emit64 };
    return dents_read(fd, buf, len, &d);
}

long sys_getdents(int fd, uaddr_t buf, size_t len)
{
    struct dents d = { .emitter.emit = dents_emit_old };
    return dents_read(fd, buf, len, &d);
}
