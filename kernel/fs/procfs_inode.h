/* SPDX-License-Identifier: MIT */
/* The inodes of /proc: shared by procfs's files in fs/ only. */
#ifndef FS_PROCFS_INODE_H
#define FS_PROCFS_INODE_H

#include "fs/file.h"
#include "fs/inode.h"
#include "fs/procfs.h"
#include "lib/list.h"

/* A file that every directory of its kind has: exactly one of the functions show,
 * show_pid and target is set. */
struct procfs_entry {
    struct list link;
    const char *name;
    mode_t mode;         /* with the type */
    unsigned int number; /* part of the inode number */
    int (*show)(struct textbuf *text);
    int (*show_pid)(pid_t pid, struct textbuf *text);
    long (*target)(pid_t pid, char *buf, size_t size);
};

struct procfs_inode {
    struct inode inode;
    pid_t pid;                        /* 0 at the top */
    const struct procfs_entry *entry; /* NULL for a directory */
};

static inline struct procfs_inode *procfs_inode(struct inode *inode)
{
    return LIST_ENTRY(inode, struct procfs_inode, inode);
}

/* Open files of /proc (fs/procfs_file.c). */
extern const struct file_ops procfs_file_ops;
/* Registers what fs/ and mm/ themselves have to show (fs/procfs_show.c). */
void procfs_register_files(void);

#endif
