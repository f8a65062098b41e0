/* SPDX-License-Identifier: MIT */
/*
 * What all kinds of inode have in common: references, attributes, times, and
 * the way in which a mapping reaches their contents.
 *
 * Called by the file systems, by fs/path.c and by the system calls on open
 * files.  Invariant: an inode with refs 0 has been released and is gone.
 * Read next: fs/mount.c, then fs/path.c.
 */
#include "fs/inode.h"

#include <asm/fcntl.h>

#include "fs/mount.h"
#include "lib/list.h"
#include "lib/refs.h"
#include "lib/string.h"
#include "mm/frame.h"
#include "proc/sleep.h"
#include "time/clock.h"
#include "time/timer.h"

#define SECTOR_BYTES 512u /* the unit of st_blocks */

static void inode_backing_hold(struct backing *backing, int change)
{
    if (change > 0)
        inode_get(inode_of_backing(backing));
    else
        inode_put(inode_of_backing(backing));
}

static int inode_backing_frame(struct backing *backing, uint32_t index,
                               paddr_t *frame)
{
    struct inode *inode = inode_of_backing(backing);
    return inode->ops->frame(inode, index, frame);
}

static void inode_backing_run(struct backing *backing, int change)
{
    inode_of_backing(backing)->writers -= change;
    inode_backing_hold(backing, change);
}

/* As far as mmap(2) promises it: not for every write, but for a page's first. */
static void inode_backing_dirty(struct backing *backing)
{
    inode_touch(inode_of_backing(backing), INODE_MTIME | INODE_CTIME);
}

static const struct backing_ops inode_backing_ops = {
    .dirty = inode_backing_dirty,
    .hold = inode_backing_hold,
    .frame = inode_backing_frame,
    .run = inode_backing_run,
};

void inode_setup(struct inode *inode, mode_t mode, const struct cred *cred,
                 const struct inode_ops *ops, const struct file_ops *file_ops)
{
    static unsigned long last_ino;

    inode->refs = 1;
    inode->ops = ops;
    inode->file_ops = file_ops;
    inode->backing.ops = &inode_backing_ops;
    list_init(&inode->backing.mappings);
    list_init(&inode->locks);
    inode->ino = ++last_ino;
    inode->mode = mode;
    inode->uid = cred->fsuid;
    inode->gid = cred->fsgid;
    inode_touch(inode, INODE_ATIME | INODE_MTIME | INODE_CTIME);
}

struct inode *inode_get(struct inode *inode)
{
    return REFS_GET(inode);
}

void inode_put(struct inode *inode)
{
    if (!REFS_PUT(inode))
        return;
    struct inode *parent = inode->parent;
    inode->ops->release(inode);
    /* At most as deep as removed directories that still hold each other. */
    inode_put(parent);
}

void inode_replace(struct inode **place, struct inode *inode)
{
    struct inode *old = *place;
    *place = inode_get(inode);
    inode_put(old);
}

/* The time now, to the tick: that saves a division for every byte written to a
 * pipe. */
static struct timespec64 inode_time_now(void)
{
    static tick_t known_tick = TICK_NEVER;
    static struct timespec64 known;

    if (known_tick != tick_now()) {
        uint64_t now = wall_clock_now_ns();
        known_tick = tick_now();
        known.tv_sec = (int64_t)(now / NS_PER_SECOND);
        known.tv_nsec = (long)(now % NS_PER_SECOND);
    }
    return known;
}

void inode_touch(struct inode *inode, unsigned int times)
{
    struct timespec64 now = inode_time_now();

    if (times & INODE_ATIME)
        inode->atime = now;
    if (times & INODE_MTIME)
        inode->mtime = now;
    if (times & INODE_CTIME)
        inode->ctime = now;
}

/* What has no place in 32 bits is lost, as on Linux. */
static struct timespec time_narrow(struct timespec64 time)
{
    return (struct timespec){ (time_t)time.tv_sec, (long)time.tv_nsec };
}

void inode_stat(struct inode *inode, struct stat *st)
{
    if (inode->ops->refresh)
        inode->ops->refresh(inode);
    *st = (struct stat){
        .st_dev = inode->mount ? inode->mount->device : 0,
        .st_ino_low = inode->ino,
        .st_mode = inode->mode,
        .st_nlink = inode->nlink,
        .st_uid = inode->uid,
        .st_gid = inode->gid,
        .st_rdev = inode->rdev,
        .st_size = inode->size,
        .st_blksize = PAGE_SIZE,
        .st_blocks = (uint64_t)inode->pages * (PAGE_SIZE / SECTOR_BYTES),
        .st_atim = time_narrow(inode->atime),
        .st_mtim = time_narrow(inode->mtime),
        .st_ctim = time_narrow(inode->ctime),
        .st_ino = inode->ino,
    };
}

struct backing *inode_backing(struct inode *inode)
{
    return S_ISREG(inode->mode) && inode->ops->frame ? &inode->backing : NULL;
}

/* Copies between LEN bytes at BUF and the contents from OFFSET on, all of which
 * lie below the size. */
static int inode_copy(struct inode *inode, char *buf, size_t len, loff_t offset,
                      bool is_write)
{
    while (len > 0) {
        size_t start = (size_t)offset % PAGE_SIZE;
        size_t chunk = MIN(len, PAGE_SIZE - start);
        paddr_t frame;
        int error = inode->ops->frame(inode, (uint32_t)(offset >> PAGE_SHIFT),
                                      &frame);
        if (error < 0)
            return error;
        char *page = frame_to_virt(frame);
        if (is_write)
            memcpy(page + start, buf, chunk);
        else
            memcpy(buf, page + start, chunk);
        frame_put(frame);
        buf += chunk;
        offset += chunk;
        len -= chunk;
    }
    return 0;
}

long inode_read(struct inode *inode, void *buf, size_t len, loff_t offset)
{
    if (S_ISDIR(inode->mode))
        return -EISDIR;
    if (!inode_backing(inode))
        return -EINVAL;
    if (offset >= inode->size)
        return 0;
    len = (size_t)MIN((loff_t)len, inode->size - offset);
    int error = inode_copy(inode, buf, len, offset, false);
    return error < 0 ? error : (long)len;
}

int inode_append(struct inode *inode, const void *buf, size_t len)
{
    loff_t end = inode->size;
    int error = inode_truncate(inode, end + (loff_t)len);
    return error < 0 ? error : inode_copy(inode, (char *)buf, len, end, true);
}

/* ---- Changing attributes --------------------------------------------------- */

bool inode_is_owner(const struct inode *inode, const struct cred *cred)
{
    return cred_can(cred, CAP_FOWNER) || cred->fsuid == inode->uid;
}

int inode_set_mode(struct inode *inode, const struct cred *cred, mode_t mode)
{
    if (!inode_is_owner(inode, cred) || inode->ops->refresh)
        return -EPERM; /* or it has the mode that was made up for it */
    mode &= ~(mode_t)S_IFMT;
    /* Nobody may make a program run with a group that he is not in. */
    if (!cred_can(cred, CAP_FSETID) && !cred_has_group(cred, inode->gid))
        mode &= ~(mode_t)S_ISGID;
    inode->mode = (inode->mode & S_IFMT) | mode;
    inode_touch(inode, INODE_CTIME);
    return 0;
}

/* A program whose owner or contents changed no longer lends an identity. */
static void inode_drop_set_id(struct inode *inode)
{
    if (!S_ISREG(inode->mode))
        return;
    inode->mode &= ~(mode_t)S_ISUID;
    if (inode->mode & S_IXGRP)
        inode->mode &= ~(mode_t)S_ISGID;
}

void inode_was_written(struct inode *inode, const struct cred *cred)
{
    if (!cred_can(cred, CAP_FSETID))
        inode_drop_set_id(inode);
}

int inode_set_owner(struct inode *inode, const struct cred *cred, uid_t uid,
                    gid_t gid)
{
    bool has_uid = uid != (uid_t)-1;
    bool has_gid = gid != (gid_t)-1;
    bool is_mine = cred->fsuid == inode->uid;
    bool may_uid = !has_uid || (is_mine && uid == inode->uid);
    bool may_gid = !has_gid || (is_mine && (gid == inode->gid ||
                                            cred_has_group(cred, gid)));

    if (!(may_uid && may_gid) && !cred_can(cred, CAP_CHOWN))
        return -EPERM;
    if (has_uid)
        inode->uid = uid;
    if (has_gid)
        inode->gid = gid;
    inode_drop_set_id(inode);
    inode_touch(inode, INODE_CTIME);
    return 0;
}

static bool inode_time_is_valid(const struct timespec64 *time)
{
    return time->tv_nsec == UTIME_NOW || time->tv_nsec == UTIME_OMIT ||
           (time->tv_nsec >= 0 && time->tv_nsec < (long)NS_PER_SECOND);
}

static void inode_time_set(struct timespec64 *to, const struct timespec64 *from)
{
    if (from->tv_nsec == UTIME_NOW)
        *to = inode_time_now();
    else if (from->tv_nsec != UTIME_OMIT)
        *to = *from;
}

int inode_set_times(struct inode *inode, const struct cred *cred,
                    const struct timespec64 *times)
{
    static const struct timespec64 both_now[2] = { { .tv_nsec = UTIME_NOW },
                                                   { .tv_nsec = UTIME_NOW } };
    if (!times)
        times = both_now;
    if (!inode_time_is_valid(&times[0]) || !inode_time_is_valid(&times[1]))
        return -EINVAL;

    bool is_now = times[0].tv_nsec == UTIME_NOW &&
                  times[1].tv_nsec == UTIME_NOW;
    if (!inode_is_owner(inode, cred)) {
        if (!is_now)
            return -EPERM;
        int error = inode_permission(inode, cred, W_OK);
        if (error < 0)
            return error;
    }
    inode_time_set(&inode->atime, &times[0]);
    inode_time_set(&inode->mtime, &times[1]);
    inode_touch(inode, INODE_CTIME);
    return 0;
}

int inode_truncate(struct inode *inode, loff_t size)
{
    if (S_ISDIR(inode->mode))
        return -EISDIR;
    if (size < 0 || !S_ISREG(inode->mode) || !inode->ops->truncate)
        return -EINVAL;
    if (inode->writers < 0)
        return -ETXTBSY;
    return inode->ops->truncate(inode, size);
}
