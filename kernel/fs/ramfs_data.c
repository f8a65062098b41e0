/* SPDX-License-Identifier: MIT */
/*
 * The contents of files in the RAM file system.
 *
 * Contents stand in whole frames, which exec and mmap map as they are.  A frame
 * is found by its number in constant time: the first few directly, the others
 * through a frame of addresses of frames of addresses.  A frame that was never
 * written is a hole and reads as zeros.
 * Invariant: bytes of the last frame beyond the size are zero, except where a
 * shared mapping wrote them.
 * Called by the read and write calls (process context, user memory), and by exec
 * and the archive's unpacking (kernel memory).
 */
#include <tine/errno.h>

#include "fs/ramfs.h"
#include "fs/ramfs_inode.h"
#include "lib/string.h"
#include "mm/frame.h"
#include "mm/usercopy.h"

#define TABLE_SLOTS (PAGE_SIZE / sizeof(paddr_t))
#define SIZE_MAX_BYTES                                                         \
    ((loff_t)(RAMFS_DIRECT + TABLE_SLOTS * TABLE_SLOTS) << PAGE_SHIFT)

static unsigned int frames_in_files;

unsigned int ramfs_count_frames(void)
{
    return frames_in_files;
}

/* ---- From a page number to its frame ---------------------------------------- */

/* The frame of addresses that *TABLE holds; made on demand if MAKE. */
static paddr_t *ramfs_table(paddr_t *table, bool make)
{
    if (!*table && make)
        *table = frame_alloc_zeroed();
    return *table ? frame_to_virt(*table) : NULL;
}

/*
 * Where the address of page INDEX stands.
 * Returns: NULL when there is no table for it, or with MAKE: no memory.
 */
static paddr_t *ramfs_slot(struct ramfs_inode *ri, uint32_t index, bool make)
{
    if (index < RAMFS_DIRECT)
        return &ri->u.data.direct[index];
    index -= RAMFS_DIRECT;

    paddr_t *upper = ramfs_table(&ri->u.data.table, make);
    if (!upper || index / TABLE_SLOTS >= TABLE_SLOTS)
        return NULL;
    paddr_t *lower = ramfs_table(&upper[index / TABLE_SLOTS], make);
    return lower ? &lower[index % TABLE_SLOTS] : NULL;
}

/* The frame of page INDEX, or 0 for a hole. */
static paddr_t ramfs_frame_find(struct ramfs_inode *ri, uint32_t index)
{
    paddr_t *slot = ramfs_slot(ri, index, false);
    return slot ? *slot : 0;
}

/* The same, and fills a hole. Returns: 0 without memory. */
static paddr_t ramfs_frame_make(struct ramfs_inode *ri, uint32_t index)
{
    paddr_t *slot = ramfs_slot(ri, index, true);
    if (!slot)
        return 0;
    if (!*slot) {
        *slot = frame_alloc_zeroed();
        if (*slot)
            frames_in_files++;
    }
    return *slot;
}

int ramfs_data_frame(struct inode *inode, uint32_t index, paddr_t *frame)
{
    if (((loff_t)index << PAGE_SHIFT) >= inode->size)
        return -EFAULT;
    *frame = ramfs_frame_make(ramfs_inode(inode), index);
    if (!*frame)
        return -ENOMEM;
    frame_get(*frame);
    return 0;
}

/* ---- Length -------------------------------------------------------------------- */

static void ramfs_frame_drop(paddr_t *slot)
{
    if (*slot) {
        frame_put(*slot);
        *slot = 0;
        frames_in_files--;
    }
}

/* Drops the frames from FIRST on that the frame of addresses *TABLE leads to,
 * and that frame itself if FIRST is 0. */
static void ramfs_table_drop(paddr_t *table, uint32_t first)
{
    if (!*table)
        return;
    paddr_t *slots = frame_to_virt(*table);
    for (uint32_t i = first; i < TABLE_SLOTS; i++)
        ramfs_frame_drop(&slots[i]);
    if (first == 0) {
        frame_put(*table);
        *table = 0;
    }
}

/* Drops every frame from page number FIRST on. */
static void ramfs_frames_drop(struct ramfs_inode *ri, uint32_t first)
{
    for (uint32_t i = first; i < RAMFS_DIRECT; i++)
        ramfs_frame_drop(&ri->u.data.direct[i]);
    paddr_t *upper = ramfs_table(&ri->u.data.table, false);
    if (!upper)
        return;
    first = first > RAMFS_DIRECT ? first - RAMFS_DIRECT : 0;
    for (uint32_t i = first / TABLE_SLOTS; i < TABLE_SLOTS; i++)
        ramfs_table_drop(&upper[i],
                         i == first / TABLE_SLOTS ? first % TABLE_SLOTS : 0);
    if (first == 0) {
        frame_put(ri->u.data.table);
        ri->u.data.table = 0;
    }
}

void ramfs_data_free(struct ramfs_inode *ri)
{
    ramfs_frames_drop(ri, 0);
}

/* Makes the bytes from offset FROM to the end of its page zero. */
static void ramfs_tail_clear(struct ramfs_inode *ri, loff_t from)
{
    uint32_t start = (uint32_t)from % PAGE_SIZE;
    paddr_t frame = ramfs_frame_find(ri, (uint32_t)(from >> PAGE_SHIFT));
    if (start && frame)
        memset((char *)frame_to_virt(frame) + start, 0, PAGE_SIZE - start);
}

int ramfs_data_truncate(struct inode *inode, loff_t size)
{
    struct ramfs_inode *ri = ramfs_inode(inode);
    loff_t end = MIN(size, inode->size);

    if (size > SIZE_MAX_BYTES)
        return -EFBIG;
    if (size < inode->size)
        ramfs_frames_drop(ri,
                          (uint32_t)((size + PAGE_SIZE - 1) >> PAGE_SHIFT));
    ramfs_tail_clear(ri, end);
    inode->size = size;
    inode_touch(inode, INODE_MTIME | INODE_CTIME);
    return 0;
}

/* ---- Reading and writing ------------------------------------------------------ */

/* Where bytes come from or go to: kernel memory, or else user memory. */
struct ramfs_buf {
    char *kernel;
    uaddr_t user;
};

/* How much of LEN bytes stands in one page of the file and of user memory, so
 * that a copy is done whole or not at all. */
static size_t ramfs_chunk(loff_t offset, const struct ramfs_buf *buf, size_t len)
{
    size_t in_file = PAGE_SIZE - (uint32_t)offset % PAGE_SIZE;
    size_t in_user = PAGE_SIZE - buf->user % PAGE_SIZE;
    return MIN(len, MIN(in_file, in_user));
}

/* Copies LEN bytes at FROM (NULL: zeros) to BUF, which moves on. */
static int ramfs_copy_out(struct ramfs_buf *buf, const char *from, size_t len)
{
    int error = 0;

    if (buf->kernel) {
        if (from)
            memcpy(buf->kernel, from, len);
        else
            memset(buf->kernel, 0, len);
        buf->kernel += len;
    } else {
        error = from ? user_write(buf->user, from, len)
                     : user_clear(buf->user, len);
        buf->user += len;
    }
    return error;
}

/* Copies LEN bytes from BUF, which moves on, to TO. */
static int ramfs_copy_in(struct ramfs_buf *buf, char *to, size_t len)
{
    int error = 0;

    if (buf->kernel) {
        memcpy(to, buf->kernel, len);
        buf->kernel += len;
    } else {
        error = user_read(to, buf->user, len);
        buf->user += len;
    }
    return error;
}

static long ramfs_read(struct inode *inode, struct ramfs_buf buf, size_t len,
                       loff_t *offset)
{
    size_t done = 0;
    int error = 0;

    /* The copy may sleep: the size is looked at again for every page. */
    while (done < len && *offset < inode->size) {
        size_t chunk = ramfs_chunk(*offset, &buf, len - done);
        chunk = (size_t)MIN((loff_t)chunk, inode->size - *offset);
        paddr_t frame = ramfs_frame_find(ramfs_inode(inode),
                                         (uint32_t)(*offset >> PAGE_SHIFT));
        if (frame) {
            const char *page = frame_to_virt(frame);
            frame_get(frame); /* lest a truncation take it away meanwhile */
            error = ramfs_copy_out(&buf, page + (uint32_t)*offset % PAGE_SIZE,
                                   chunk);
            frame_put(frame);
        } else {
            error = ramfs_copy_out(&buf, NULL, chunk);
        }
        if (error < 0)
            break;
        done += chunk;
        *offset += chunk;
    }
    return done ? (long)done : error;
}

/* Copies into the frames from *OFFSET on; the size is the caller's business. */
static long ramfs_fill(struct ramfs_inode *ri, struct ramfs_buf buf, size_t len,
                       loff_t *offset)
{
    size_t done = 0;
    int error = 0;

    while (done < len) {
        size_t chunk = ramfs_chunk(*offset, &buf, len - done);
        paddr_t frame = ramfs_frame_make(ri, (uint32_t)(*offset >> PAGE_SHIFT));
        if (!frame) {
            error = -ENOSPC;
            break;
        }
        char *page = frame_to_virt(frame);
        frame_get(frame);
        error = ramfs_copy_in(&buf, page + (uint32_t)*offset % PAGE_SIZE,
                              chunk);
        frame_put(frame);
        if (error < 0)
            break;
        done += chunk;
        *offset += chunk;
    }
    return done ? (long)done : error;
}

static long ramfs_write(struct inode *inode, struct ramfs_buf buf, size_t len,
                        loff_t *offset)
{
    if (len == 0)
        return 0;
    if (*offset >= SIZE_MAX_BYTES)
        return -EFBIG;
    if (*offset > inode->size) /* what a mapping left in the gap must not show */
        ramfs_tail_clear(ramfs_inode(inode), inode->size);
    len = (size_t)MIN((loff_t)len, SIZE_MAX_BYTES - *offset);
    long done = ramfs_fill(ramfs_inode(inode), buf, len, offset);
    if (done > 0) {
        inode->size = MAX(inode->size, *offset);
        inode_touch(inode, INODE_MTIME | INODE_CTIME);
    }
    return done;
}

long ramfs_data_read(struct inode *inode, void *buf, size_t len, loff_t offset)
{
    return ramfs_read(inode, (struct ramfs_buf){ .kernel = buf }, len, &offset);
}

long ramfs_data_write(struct inode *inode, const void *buf, size_t len,
                      loff_t offset)
{
    return ramfs_write(inode, (struct ramfs_buf){ .kernel = (char *)buf }, len,
                       &offset);
}

static long ramfs_file_read(struct file *file, uaddr_t buf, size_t len,
                            loff_t *offset)
{
    inode_touch(file->inode, INODE_ATIME);
    return ramfs_read(file->inode, (struct ramfs_buf){ .user = buf }, len,
                      offset);
}

static long ramfs_file_write(struct file *file, uaddr_t buf, size_t len,
                             loff_t *offset)
{
    if (file->flags & O_APPEND)
        *offset = file->inode->size;
    return ramfs_write(file->inode, (struct ramfs_buf){ .user = buf }, len,
                       offset);
}

const struct file_ops ramfs_file_ops = {
    .read = ramfs_file_read,
    .write = ramfs_file_write,
    .seek = file_seek_inode,
};
