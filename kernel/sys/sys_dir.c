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

#include "lib/string.h"
#include "mm/kmalloc.h"
#include "sys/handler.h"

#define DIRENT64_ALIGN 8u
#define OLD_DIRENT_ALIGN sizeof(long)
#define MODE_SHIFT_TYPE 12 /* DT_* is the mode's type: dirent.h(0p) */

/* A buffer being filled with records. */
struct dents {
    struct dir_emitter emitter;
    bool is_old;
    char *buf;
    size_t size;
    size_t used;
    bool is_too_small; /* not even the first record fits */
};

static bool dents_emit(struct dir_emitter *emitter, const char *name,
                       unsigned long ino, mode_t mode, loff_t offset)
{
    struct dents *d = LIST_ENTRY(emitter, struct dents, emitter);
    size_t len = strlen(name);
    size_t head = d->is_old ? offsetof(struct old_dirent, d_name)
                            : offsetof(struct dirent64, d_name);
    size_t size = d->is_old ? ROUND_UP(head + len + 2, OLD_DIRENT_ALIGN)
                            : ROUND_UP(head + len + 1, DIRENT64_ALIGN);
    const unsigned char type = (unsigned char)(mode >> MODE_SHIFT_TYPE);

    if (size > d->size - d->used) {
        d->is_too_small = d->used == 0;
        return false;
    }
    char *record = d->buf + d->used;
    memset(record, 0, size);
    if (d->is_old) {
        *(struct old_dirent *)record = (struct old_dirent){
            ino, (unsigned long)offset, (unsigned short)size };
        record[size - 1] = (char)type; /* behind the name's NUL */
    } else {
        *(struct dirent64 *)record = (struct dirent64){
            ino, offset, (unsigned short)size, type };
    }
    memcpy(record + head, name, len);
    d->used += size;
    return true;
}

static long dents_fill(struct file *file, struct dents *d, uaddr_t buf)
{
    struct inode *dir = file->inode;
    loff_t start = file->offset;

    if (!S_ISDIR(dir->mode))
        return -ENOTDIR;
    if (dir->nlink == 0)
        return -ENOENT;
    int error = dir->ops->readdir(file, &d->emitter);
    if (error == 0 && d->is_too_small)
        error = -EINVAL;
    if (error == 0)
        error = user_write(buf, d->buf, d->used);
    if (error < 0)
        file->offset = start;
    return error < 0 ? error : (long)d->used;
}

long dents_read(struct file *file, uaddr_t buf, size_t len, bool is_old)
{
    struct dents d = { .emitter.emit = dents_emit, .is_old = is_old,
                       .size = MIN(len, PAGE_SIZE), .buf = kmalloc(PAGE_SIZE) };
    if (!d.buf)
        return -ENOMEM;
    long result = dents_fill(file, &d, buf);
    kind_free(d.buf);
    return result;
}
