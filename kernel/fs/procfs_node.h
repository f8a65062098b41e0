/* SPDX-License-Identifier: MIT */
/* What the tree of /proc is made of: for its files in fs/ only. */
#pragma once

#include "fs/file.h"
#include "fs/procfs.h"
#include "lib/list.h"

/*
 * A node that every directory of its kind has, by its mode: a directory, with
 * nodes that have names and then, if NEXT is set, nodes that have numbers; a file,
 * with one of the functions that show; or a link.
 */
struct procfs_entry {
    struct list link;        /* in the directory's children */
    const char *name;        /* NULL: a number is its name */
    mode_t mode;             /* with the type */
    unsigned int id;         /* part of the inode number */
    /* A directory. NEXT: the smallest number above AFTER, or -1; EACH: its node. */
    struct list children;
    int (*next)(pid_t pid, int after);
    const struct procfs_entry *each;
    /* A file. */
    const char *text;
    int (*show)(struct textbuf *text);
    int (*show_pid)(pid_t pid, struct textbuf *text);
    int (*show_number)(pid_t pid, int number, struct textbuf *text);
    int (*store_pid)(pid_t pid, const char *text);
    /* A link leads to an inode; without it, to the caller's directory: "self". */
    int number; /* of a link with a name */
    int (*follow)(pid_t pid, int number, struct inode **out);
};

struct procfs_inode {
    struct inode inode;
    pid_t pid;     /* whose; 0 at the top */
    int number;    /* of a node without a name */
    const struct procfs_entry *entry;
};

static inline struct procfs_inode *procfs_inode(struct inode *inode)
{
    return LIST_ENTRY(inode, struct procfs_inode, inode);
}

extern const struct file_ops procfs_file_ops;
