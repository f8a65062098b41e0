/* SPDX-License-Identifier: MIT */
/* The inodes of /proc: for its files in fs/ only. */
#pragma once

#include "fs/file.h"
#include "fs/procfs.h"

#define NUMBER_TEXT 12u /* a decimal number with its NUL */

struct procfs_inode {
    struct inode inode;
    pid_t pid;     /* whose; 0 at the top */
    int number;    /* of a node without a name */
    const struct procfs_entry *entry;
    char text[NUMBER_TEXT]; /* of the link "self" */
};

static inline struct procfs_inode *procfs_inode(struct inode *inode)
{
    return LIST_ENTRY(inode, struct procfs_inode, inode);
}

extern const struct file_ops procfs_file_ops;
