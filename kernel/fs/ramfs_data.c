/* SPDX-License-Identifier: MIT */
/*
 * The contents of files in the RAM file system.
 *
 * Contents stand in whole frames, which exec and mmap map as they are.  A file
 * of one page is that frame; a longer one is a frame of addresses of frames, or
 * of frames of addresses, which grows by one level when it has to.  A frame that
 * was never written is a hole and reads as zeros.
 * Invariant: bytes of the last frame beyond the size are zero, except where a
 * shared mapping wrote them.
 * Called by the read and write calls (process context), and through fs/inode.c
 * by exec, mappings and the archive's unpacking.
 */
#include "arch.h"
#include "fs/ramfs.h"
#include "fs/ramfs_inode.h"
#include "lib/string.h"
#include "mm/frame.h"
#include "mm/usercopy.h"

#define TABLE_BITS (PAGE_SHIFT - 2)
#define TABLE_SLOTS (1u << TABLE_BITS)
#define HEIGHT_MAX 3u
#define SIZE_MAX_BYTES ((loff_t)1 << (HEIGHT_MAX * TABLE_BITS + PAGE_SHIFT))

_Static_assert(TABLE_SLOTS * sizeof(paddr_t) == PAGE_SIZE, "a table is a frame");

#define KEPT_SHARE 8u /* of the frames; twice what fork needs: SUBTLE(fork-rest) */

static unsigned int frames_in_files;

unsigned int ramfs_count_frames(void)
{
    return frames_in_files;
}

/* ---- From a page number to its frame ---------------------------------------- */

/* Puts tables above the top until page INDEX has a place. Errors: -ENOMEM. */
static int ramfs_grow(struct ramfs_inode *ri, uint32_t index)
{
    while (index >> (ri->u.data.height * TABLE_BITS)) {
        if (ri->u.data.top) {
            paddr_t table = frame_alloc_zeroed();
            if (!table)
                return -ENOMEM;
            *(paddr_t *)frame_to_virt(table) = ri->u.data.top;
            ri->u.data.top = table;
        }
        ri->u.data.height++;
    }
    return 0;
}

/*
 * Where the address of page INDEX stands.
 * Returns: NULL when there is no table for it, or with MAKE: no memory.
 */
static paddr_t *ramfs_slot(struct ramfs_inode *ri, uint32_t index, bool make)
{
    if (make && ramfs_grow(ri, index) < 0)
        return NULL;
    unsigned int shift = ri->u.data.height * TABLE_BITS;
    if (index >> shift)
        return NULL;
    paddr_t *slot = &ri->u.data.top;
    while (shift > 0) {
        if (!*slot && make)
            *slot = frame_alloc_zeroed();
        if (!*slot)
            return NULL;
        shift -= TABLE_BITS;
        paddr_t *table = frame_to_virt(*slot);
        slot = &table[index >> shift & (TABLE_SLOTS - 1)];
    }
    return slot;
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
        if (*slot) {
            frames_in_files++;
            ri->inode.pages++;
        }
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

/* Drops the pages from number FIRST on that *SLOT, HEIGHT tables above them,
 * leads to; itself too if none is left. At most HEIGHT_MAX deep. */
static void ramfs_drop(struct ramfs_inode *ri, paddr_t *slot,
                       unsigned int height, uint32_t first)
{
    if (!*slot)
        return;
    if (height > 0) {
        paddr_t *table = frame_to_virt(*slot);
        unsigned int shift = (height - 1) * TABLE_BITS;
        for (uint32_t i = first >> shift; i < TABLE_SLOTS; i++) {
            uint32_t start = i << shift;
            ramfs_drop(ri, &table[i], height - 1,
                       first > start ? first - start : 0);
        }
    }
    if (first == 0) {
        frame_put(*slot);
        *slot = 0;
        frames_in_files -= height == 0;
        ri->inode.pages -= height == 0;
    }
}

void ramfs_data_free(struct ramfs_inode *ri)
{
    ramfs_drop(ri, &ri->u.data.top, ri->u.data.height, 0);
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

    if (size > SIZE_MAX_BYTES)
        return -EFBIG;
    if (size < inode->size) {
        uint32_t first = (uint32_t)((size + PAGE_SIZE - 1) >> PAGE_SHIFT);
        ramfs_drop(ri, &ri->u.data.top, ri->u.data.height, first);
        backing_truncate(&inode->backing, first);
    }
    ramfs_tail_clear(ri, MIN(size, inode->size));
    inode->size = size;
    inode_touch(inode, INODE_MTIME | INODE_CTIME);
    return 0;
}

/* The first place from OFFSET on that is written, or is a hole, as IS_DATA says;
 * the end is a hole. Page by page, but over missing tables at once. */
static loff_t ramfs_find(struct inode *inode, loff_t offset, bool is_data)
{
    while (offset < inode->size) {
        const paddr_t *slot = ramfs_slot(
            ramfs_inode(inode), (uint32_t)(offset >> PAGE_SHIFT), false);
        if ((slot && *slot) == is_data)
            return offset;
        unsigned int shift = PAGE_SHIFT + (slot ? 0 : TABLE_BITS);
        offset = ((offset >> shift) + 1) << shift;
        irq_let_in();
    }
    return is_data ? -ENXIO : inode->size;
}

static loff_t ramfs_file_seek(struct file *file, loff_t offset, int whence)
{
    if (whence >= SEEK_DATA && offset >= 0 && offset < file->inode->size) {
        offset = ramfs_find(file->inode, offset, whence == SEEK_DATA);
        if (offset < 0)
            return offset;
        whence = SEEK_SET;
    }
    return file_seek_inode(file, offset, whence);
}

/* ---- Reading and writing ------------------------------------------------------ */

/* How much of LEN bytes stands in one page of the file and of user memory, so
 * that a copy is done whole or not at all. */
static size_t ramfs_chunk(loff_t offset, uaddr_t buf, size_t len)
{
    size_t in_file = PAGE_SIZE - (uint32_t)offset % PAGE_SIZE;
    size_t in_user = PAGE_SIZE - buf % PAGE_SIZE;
    return MIN(len, MIN(in_file, in_user));
}

/* Copies between user memory and the LEN bytes of one page that begin at OFFSET. */
static int ramfs_copy_page(struct ramfs_inode *ri, uaddr_t buf, size_t len,
                           loff_t offset, bool is_write)
{
    uint32_t index = (uint32_t)(offset >> PAGE_SHIFT);
    paddr_t frame = ramfs_frame_find(ri, index);

    /* Programs run in the last memory. */
    if (!frame && is_write && frame_count_free() > frame_count_total() / KEPT_SHARE)
        frame = ramfs_frame_make(ri, index);
    if (!frame)
        return is_write ? -ENOSPC : user_clear(buf, len);
    char *bytes = (char *)frame_to_virt(frame) + (uint32_t)offset % PAGE_SIZE;
    frame_get(frame); /* lest a truncation take it away meanwhile */
    int error = is_write ? user_read(bytes, buf, len)
                         : user_write(buf, bytes, len);
    frame_put(frame);
    return error;
}

/* Copies from *OFFSET on, which is moved; a read ends with the file, whose size
 * is looked at for every page, since the copy may sleep. */
static long ramfs_copy(struct inode *inode, uaddr_t buf, size_t len,
                       loff_t *offset, bool is_write)
{
    size_t done = 0;
    int error = 0;

    while (error == 0 && done < len && (is_write || *offset < inode->size)) {
        size_t chunk = ramfs_chunk(*offset, buf + done, len - done);
        if (!is_write)
            chunk = (size_t)MIN((loff_t)chunk, inode->size - *offset);
        error = ramfs_copy_page(ramfs_inode(inode), buf + done, chunk, *offset,
                                is_write);
        if (error == 0) {
            done += chunk;
            *offset += chunk;
        }
        irq_let_in(); /* no preempt_point: a transfer is one, for others */
    }
    return done ? (long)done : error;
}

long ramfs_read(struct inode *inode, uaddr_t buf, size_t len, loff_t *offset)
{
    return ramfs_copy(inode, buf, len, offset, false);
}

static long ramfs_file_read(struct file *file, uaddr_t buf, size_t len,
                            loff_t *offset)
{
    if (!(file->flags & O_NOATIME))
        inode_touch(file->inode, INODE_ATIME);
    return ramfs_read(file->inode, buf, len, offset);
}

static long ramfs_file_write(struct file *file, uaddr_t buf, size_t len,
                             loff_t *offset)
{
    struct inode *inode = file->inode;

    if (file->flags & O_APPEND)
        *offset = inode->size;
    if (len == 0)
        return 0;
    if (*offset >= SIZE_MAX_BYTES)
        return -EFBIG;
    if (*offset > inode->size) /* what a mapping left in the gap must not show */
        ramfs_tail_clear(ramfs_inode(inode), inode->size);
    len = (size_t)MIN((loff_t)len, SIZE_MAX_BYTES - *offset);
    long done = ramfs_copy(inode, buf, len, offset, true);
    if (done > 0) {
        inode->size = MAX(inode->size, *offset);
        inode_touch(inode, INODE_MTIME | INODE_CTIME);
    }
    return done;
}

const struct file_ops ramfs_file_ops = {
    .read = ramfs_file_read,
    .write = ramfs_file_write,
    .seek = ramfs_file_seek,
};
