/* SPDX-License-Identifier: MIT */
/*
 * Descriptor tables: from a small number to an open file.
 *
 * Most programs have a handful of descriptors, so the first 32 are part of the
 * table; who needs more gets one frame of OPEN_MAX pointers.  A table is
 * given by the caller: fs/ knows no process.
 * Invariant: first_free is not above the lowest free descriptor.
 * Read next: sys/sys_file.c.
 */
#include "fs/file.h"
#include "fs/lock.h"
#include "lib/refs.h"
#include "lib/string.h"
#include "mm/frame.h"
#include "mm/kmalloc.h"

static KIND_DEFINE(filetable_kind, "filetable", struct filetable);

_Static_assert(OPEN_MAX * sizeof(struct file *) == PAGE_SIZE,
               "the large table is one frame");

struct filetable *filetable_alloc(void)
{
    struct filetable *table = kind_alloc(&filetable_kind);
    if (!table)
        return NULL;
    table->refs = 1;
    table->capacity = FILETABLE_INLINE;
    table->files = table->inline_files;
    table->limit = OPEN_MAX;
    return table;
}

/* Makes room for the descriptor FD. Errors: -ENOMEM. */
static int filetable_grow(struct filetable *table, unsigned int fd)
{
    if (fd < table->capacity)
        return 0;
    paddr_t frame = frame_alloc_zeroed();
    if (!frame)
        return -ENOMEM;
    table->files = frame_to_virt(frame);
    table->capacity = OPEN_MAX;
    memcpy(table->files, table->inline_files, sizeof(table->inline_files));
    return 0;
}

struct filetable *filetable_copy(const struct filetable *from)
{
    struct filetable *table = filetable_alloc();
    if (!table)
        return NULL;
    if (filetable_grow(table, from->capacity - 1) < 0) {
        kind_free(table);
        return NULL;
    }
    /* No failure below. */
    for (unsigned int fd = 0; fd < from->capacity; fd++)
        table->files[fd] = file_get(from->files[fd]);
    memcpy(table->close_on_exec, from->close_on_exec,
           BITMAP_WORDS(from->capacity) * sizeof(uint32_t));
    table->first_free = from->first_free;
    table->limit = from->limit;
    return table;
}

/* Record locks go with any descriptor of their file, but for O_PATH: fcntl(2). */
static void filetable_drop(const struct filetable *table, struct file *file)
{
    if (!(file->flags & O_PATH))
        lock_drop(file->inode, table);
    file_put(file);
}

void filetable_put(struct filetable *table)
{
    if (!REFS_PUT(table))
        return;
    for (unsigned int fd = 0; fd < table->capacity; fd++) {
        if (table->files[fd])
            filetable_drop(table, table->files[fd]);
    }
    if (table->files != table->inline_files)
        frame_put(frame_from_virt(table->files));
    kind_free(table);
}

void filetable_close_on_exec(struct filetable *table)
{
    for (unsigned int fd = 0; fd < table->capacity; fd++) {
        if (bitmap_test(table->close_on_exec, fd))
            fd_close(table, (int)fd);
    }
}

int fd_prepare(struct filetable *table, int minimum)
{
    unsigned int fd = MAX((unsigned int)minimum, table->first_free);
    while (fd < table->capacity && table->files[fd])
        fd++;
    if (fd >= table->limit)
        return -EMFILE;
    int error = filetable_grow(table, fd);
    return error < 0 ? error : (int)fd;
}

int fd_install(struct filetable *table, struct file *file, int minimum,
               int flags)
{
    int fd = fd_prepare(table, minimum);
    if (fd < 0) {
        file_put(file);
        return fd;
    }
    if ((unsigned int)minimum <= table->first_free)
        table->first_free = (unsigned int)fd + 1;
    table->files[fd] = file;
    fd_set_close_on_exec(table, fd, flags & O_CLOEXEC);
    return fd;
}

int fd_replace(struct filetable *table, int newfd, struct file *file, int flags)
{
    if ((unsigned int)newfd >= table->limit)
        return -EBADF;
    int error = filetable_grow(table, (unsigned int)newfd);
    if (error < 0)
        return error;
    struct file *old = table->files[newfd];
    table->files[newfd] = file_get(file);
    fd_set_close_on_exec(table, newfd, flags & O_CLOEXEC);
    if (old)
        filetable_drop(table, old);
    return newfd;
}

int fd_close(struct filetable *table, int fd)
{
    struct file *file = fd_lookup(table, fd);
    if (!file)
        return -EBADF;
    table->files[fd] = NULL;
    fd_set_close_on_exec(table, fd, false);
    table->first_free = MIN(table->first_free, (unsigned int)fd);
    filetable_drop(table, file);
    return 0;
}

void fd_set_close_on_exec(struct filetable *table, int fd, bool on)
{
    if (on)
        bitmap_set(table->close_on_exec, (unsigned int)fd);
    else
        bitmap_clear(table->close_on_exec, (unsigned int)fd);
}
