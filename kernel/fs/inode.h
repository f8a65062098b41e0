/* SPDX-License-Identifier: MIT */
/*
 * An inode: one file, directory, symbolic link, device or pipe, whatever names
 * it has.
 *
 * The attributes that every kind of file has stand in struct inode; what a kind
 * can do stands in its struct inode_ops, and what an open file of it can do in
 * its struct file_ops (fs/file.h).  A file system embeds struct inode in its own
 * structure.  An inode lives as long as somebody holds a reference: an open file,
 * a working directory, a mapping, the directory entry that names it.
 * There is no cache of names: a directory knows its parent, and its own name is
 * found by looking through the parent.
 * Read next: fs/path.h, then fs/ramfs.c.
 */
#pragma once

#include <asm/stat.h>

#include "fs/cred.h"
#include "lib/list.h"
#include "lib/types.h"
#include "mm/space.h"

struct dir_emitter;
struct file;
struct file_ops;
struct inode;
struct mount;

/*
 * What a kind of inode can do.  NULL where it cannot.  A NAME is one component,
 * ends with NUL, has 1 to NAME_MAX bytes and is neither "." nor "..".
 * Permissions, file types and mount points were checked by fs/path.c; an *OUT
 * comes with a reference for the caller.
 */
struct inode_ops {
    /* Directories. Errors of all: -ENOMEM; lookup: -ENOENT. */
    int (*lookup)(struct inode *dir, const char *name, struct inode **out);
    /* NAME does not exist; MODE has the type, TARGET is a symbolic link's text. */
    int (*create)(struct inode *dir, const char *name, mode_t mode,
                  const char *target, const struct cred *cred,
                  struct inode **out);
    int (*link)(struct inode *dir, const char *name, struct inode *inode);
    /* NAME names INODE, which may be a directory. Errors: -ENOTEMPTY. */
    int (*unlink)(struct inode *dir, const char *name, struct inode *inode);
    /* INODE moves; OLD, which NEW_NAME names, is replaced, or is NULL. */
    int (*rename)(struct inode *dir, const char *name, struct inode *inode,
                  struct inode *new_dir, const char *new_name,
                  struct inode *old);
    /* A directory finds the name of its child: for getcwd. */
    int (*name_of)(struct inode *dir, struct inode *child, char *name,
                   size_t size);
    /* Emits the open directory's entries from file->offset on and moves that. */
    int (*readdir)(struct file *file, struct dir_emitter *emitter);

    /* Symbolic links: its text, which stays as long as LINK is held; or *TEXT is left
     * alone, and *OUT is what it leads to, with a reference: /proc. */
    int (*follow)(struct inode *link, const char **text, struct inode **out);

    /* Regular files. */
    int (*truncate)(struct inode *inode, loff_t size);
    /* As struct backing_ops has it: the frame with page number INDEX. */
    int (*frame)(struct inode *inode, uint32_t index, paddr_t *frame);

    /* Whether it may be read or searched; by its mode that is 0 or -EACCES: ERROR.
     * NULL: that is all. */
    int (*may_look)(struct inode *inode, int error);
    /* Brings the attributes up to date before they are looked at. */
    void (*refresh)(struct inode *inode);
    /* The last reference has gone: frees INODE. */
    void (*release)(struct inode *inode);
};

struct inode {
    unsigned int refs;
    const struct inode_ops *ops;
    const struct file_ops *file_ops; /* what an open file of it can do */
    struct mount *mount;             /* where it is; a pipe is nowhere: NULL */
    struct mount *mounted;           /* the file system mounted on it */
    struct inode *parent;            /* a directory's, or where a file was found
                                      * last; one reference, or NULL */
    struct backing backing;          /* how a mapping reaches it */
    int writers;                     /* open for writing so often; below 0: run
                                        as a program so often */
    unsigned long ino;
    mode_t mode;                     /* type and permissions */
    unsigned int nlink;
    uid_t uid;
    gid_t gid;
    unsigned int rdev;               /* a device's number: device_number() */
    void *device;                    /* what its driver registered it with; a pipe's
                                      * ring */
    struct list locks;               /* struct lock */
    loff_t size;
    uint32_t pages;                  /* that its contents take up: st_blocks */
    struct timespec64 atime, mtime, ctime;
};

/* Device numbers as stat(2) shows them: makedev(3). */
static inline unsigned int device_number(unsigned int major, unsigned int minor)
{
    return (minor & 0xff) | major << 8 | (minor & ~0xffu) << 12;
}
#define DEVICE_MAJOR(number) ((unsigned int)(number) >> 8 & 0xfff)
#define DEVICE_MINOR(number)                                                   \
    (((unsigned int)(number) & 0xff) | ((unsigned int)(number) >> 12 & ~0xffu))

/*
 * Fills a new INODE (all zero before) with one reference, a number of its own,
 * no name, the time now, and CRED's identity.
 */
void inode_setup(struct inode *inode, mode_t mode, const struct cred *cred,
                 const struct inode_ops *ops, const struct file_ops *file_ops);

/* One more reference, which INODE is returned with; one fewer: the last put
 * releases it. NULL may be put. */
struct inode *inode_get(struct inode *inode);
void inode_put(struct inode *inode);
/* Lets the reference *PLACE lead to INODE, with one of its own. */
void inode_replace(struct inode **place, struct inode *inode);

/* Sets the times named by a mask of INODE_ATIME... to now (tick's accuracy). */
#define INODE_ATIME 0x1u
#define INODE_MTIME 0x2u
#define INODE_CTIME 0x4u
void inode_touch(struct inode *inode, unsigned int times);

/*
 * Whether CRED may do with INODE all that WANT says (R_OK, W_OK, X_OK), by its
 * effective identity.
 * Errors: -EACCES.
 */
int inode_permission(const struct inode *inode, const struct cred *cred,
                     int want) MUST_CHECK;
/* Whether CRED may change the attributes of INODE: it is its owner, or root. */
bool inode_is_owner(const struct inode *inode, const struct cred *cred);
/* Whether CRED may go through the directory DIR. Errors: -ENOTDIR, -EACCES. */
int inode_may_search(const struct inode *dir,
                     const struct cred *cred) MUST_CHECK;

/* Copies the attributes out. */
void inode_stat(struct inode *inode, struct stat *st);

/*
 * Reads the contents into kernel memory, for exec; writes LEN bytes behind them,
 * for unpacking and for texts.
 * Returns: bytes, 0 at the end; 0. Errors: -EISDIR, -EINVAL it has no contents;
 * -EFBIG, -ENOMEM.
 */
long inode_read(struct inode *inode, void *buf, size_t len,
                loff_t offset) MUST_CHECK;
int inode_append(struct inode *inode, const void *buf, size_t len) MUST_CHECK;

/* What a mapping of it is given, or NULL if it cannot be mapped. No reference
 * is taken: space_map takes one. */
struct backing *inode_backing(struct inode *inode);
/* And back. */
static inline struct inode *inode_of_backing(struct backing *backing)
{
    return LIST_ENTRY(backing, struct inode, backing);
}

/* chmod, chown, utimensat, truncate. Errors: as the man pages say. */
int inode_set_mode(struct inode *inode, const struct cred *cred, mode_t mode)
    MUST_CHECK;
int inode_set_owner(struct inode *inode, const struct cred *cred, uid_t uid,
                    gid_t gid) MUST_CHECK;
/* CRED has changed the contents: unless it is root's, a program no longer lends an
 * identity: write(2), truncate(2). */
void inode_was_written(struct inode *inode, const struct cred *cred);
/* TIMES are two, for access and change, or NULL: both now. */
int inode_set_times(struct inode *inode, const struct cred *cred,
                    const struct timespec64 *times) MUST_CHECK;
int inode_truncate(struct inode *inode, loff_t size) MUST_CHECK;
