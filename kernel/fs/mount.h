/* SPDX-License-Identifier: MIT */
/*
 * The mount table: which file system's root covers which directory.
 *
 * A mount is for ever: there is no umount yet.  The first one is the root of
 * everything.
 */
#pragma once

#include "fs/inode.h"
#include "lib/list.h"
#include "lib/types.h"

struct mount {
    struct list link;      /* in the mount table, by age */
    struct inode *root;    /* one reference */
    struct inode *point;   /* the directory it covers; NULL for the first */
    const char *type;      /* "ramfs" */
    unsigned int magic;    /* the same as a number: statfs(2) */
    const char *source;    /* what /proc/mounts shows first */
    const char *path;      /* where it is, for /proc/mounts */
    unsigned int device;   /* st_dev of its files */
    bool is_fixed;         /* only the kernel makes and removes its names */
};

/*
 * Mounts the file system whose top directory is ROOT on the directory PATH, which
 * is made if it is missing; the strings are literals.  Takes over the reference.
 * Context: boot; panics on failure.
 */
void mount_add(const char *path, struct inode *root, const char *source,
               const char *type, unsigned int magic);

/* The root directory of everything. Takes no reference. */
struct inode *mount_root(void);

/* Goes down from a mount point to what is mounted there, and up from a mounted
 * root to the directory that it covers. Take no reference. */
struct inode *mount_down(struct inode *inode);
struct inode *mount_up(struct inode *inode);

/* The mount table, oldest first: to look at. */
extern struct list mounts;
