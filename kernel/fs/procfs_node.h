/* SPDX-License-Identifier: MIT */
/* The inodes of /proc: for its files in fs/ only. */
#pragma once

#include "fs/file.h"
#include "fs/procfs.h"

#define NUMBER_TEXT 12u /* a decimal number with its NUL */
#define SELF_TEXT 32u   /* what the links to oneself say */

struct procfs_inode {
    struct inode inode;
    pid_t pid;     /* whose; 0 at the top */
    int number;    /* of a node without a name */
    const struct procfs_entry *entry;
    char text[SELF_TEXT]; /* of a link to oneself */
};

static inline struct procfs_inode *procfs_inode(struct inode *inode)
{
    return LIST_ENTRY(inode, struct procfs_inode, inode);
}

extern const struct file_ops procfs_file_ops;
