/* SPDX-License-Identifier: MIT */
/*
 * /proc: what the kernel shows of itself as text files, in Linux's formats:
 * proc(5).
 *
 * Tables say what there is, with the functions that write the files' texts.  A
 * text is made when a file is read from offset 0, and stays the same until it is
 * read from there again.
 */
#pragma once

#include <asm/stat.h>

#include "fs/textbuf.h"
#include "lib/list.h"
#include "lib/types.h"

struct inode;
struct proc;
struct space;

#define PROCFS_FILE (S_IFREG | S_IRUSR | S_IRGRP | S_IROTH)
#define PROCFS_LINK (S_IFLNK | S_IRWXU | S_IRWXG | S_IRWXO)
#define PROCFS_DIR (S_IFDIR | S_IRUSR | S_IRGRP | S_IROTH | S_IXUSR | S_IXGRP | S_IXOTH)

/*
 * A node that every directory of its kind has, by its mode: a directory, a file
 * or a link.  The errors of a file's functions, in the text, are the reader's or
 * writer's.
 */
struct procfs_entry {
    const char *name;        /* NULL: a number is its name */
    mode_t mode;             /* with the type */
    bool is_private;         /* only for those who may look into the process */
    mode_t (*rights)(pid_t pid, int number); /* of one with a number; or NULL */
    /* A directory has what is registered for it; and then, if NEXT is set, a node
     * like EACH for every number. NEXT: the smallest above AFTER, or -1. */
    int (*next)(pid_t pid, int after);
    struct procfs_entry *each;
    /* A file never changes, as a link may, or one of these writes what it shows: of
     * the system, of the process P, or of what has a number there. STORE takes one
     * write; P is the writer, where the file is of the system. */
    const char *text;
    bool is_memory;          /* or it is the process's memory, to read and write */
    void (*show)(struct textbuf *text);
    void (*show_proc)(const struct proc *p, struct textbuf *text);
    void (*show_number)(pid_t pid, int number, struct textbuf *text);
    int (*store)(struct proc *p, const char *text);
    int zombie_error;        /* why a zombie's cannot be opened, or 0 */
    const struct file_ops *ops; /* or it is no text: what opens it */
    /* A link leads to an inode, whatever its path, which FOLLOW gives with a
     * reference; or where TEXT says; or to the caller's directory: "self".
     * Errors: -EACCES, -ENOENT. */
    int (*follow)(pid_t pid, int number, struct inode **out);
    int number;              /* of a link with a name */

    /* procfs.c's own. */
    struct list link;        /* in the directory's children */
    struct list children;
    unsigned int id;         /* part of the inode number */
};

/* The top, and the directory of every process. */
extern struct procfs_entry procfs_top, procfs_pid_dir;

/* Adds the COUNT nodes at ENTRIES to the directory DIR, for ever. Context: boot. */
void procfs_register(struct procfs_entry *dir, struct procfs_entry *entries,
                     unsigned int count);

/* Mounts /proc with what fs/ and mm/ themselves have to show. Context: boot. */
void procfs_init(void);
/* The part in procfs_show.c. */
void procfs_show_init(void);

/* What an address space shows: /proc/[pid]/maps, and its lines of status. */
void procfs_show_maps(const struct space *space, struct textbuf *text);
void procfs_show_memory(const struct space *space, struct textbuf *text);
