/* SPDX-License-Identifier: MIT */
/* The RAM file system's inode: shared by its files in fs/ only. */
#pragma once

#include "fs/file.h"
#include "fs/inode.h"
#include "lib/list.h"

struct ramfs_entry;

struct ramfs_inode {
    struct inode inode;
    struct ramfs_entry *gone; /* its last name, once it has none, or NULL */
    union {
        struct { /* a directory */
            struct list entries;  /* struct ramfs_entry, oldest first */
            struct list *listed;  /* the last entry that a listing has passed, or
                                   * the list's head */
            loff_t next_position; /* of the next new entry; never used again */
        } dir;
        struct { /* a regular file; 0 means a hole */
            paddr_t top;          /* the first frame, or a table of frames */
            unsigned int height;  /* tables above each frame */
        } data;
        char *target;             /* a symbolic link's, with its NUL */
    } u;
};

static inline struct ramfs_inode *ramfs_inode(struct inode *inode)
{
    return LIST_ENTRY(inode, struct ramfs_inode, inode);
}

/* ---- Contents (fs/ramfs_data.c) ------------------------------------------- */

int ramfs_data_truncate(struct inode *inode, loff_t size);
int ramfs_data_frame(struct inode *inode, uint32_t index, paddr_t *frame);
/* Gives all frames back. */
void ramfs_data_free(struct ramfs_inode *ri);

extern const struct file_ops ramfs_file_ops; /* regular files */
