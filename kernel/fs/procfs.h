/* SPDX-License-Identifier: MIT */
/*
 * /proc: what the kernel shows of itself as text files, in Linux's formats:
 * proc(5).
 *
 * This file system knows files and directories, not processes: the room above
 * (proc/info.c) registers how to list processes, and for every file a function
 * that writes its text.  A text is made when a file is read from offset 0, and
 * stays the same until it is read from there again.
 */
#pragma once

#include "fs/cred.h"
#include "fs/textbuf.h"
#include "lib/types.h"

struct inode;

/* Mounts /proc with meminfo, mounts, filesystems, version, objects.
 * Context: boot. */
void procfs_init(void);

/* The process list as /proc has to know it. */
struct procfs_source {
    /* The smallest pid above AFTER (0: the first), or 0 at the end. */
    pid_t (*next)(pid_t after);
    /* Whether PID exists, zombies included; who owns its files. */
    bool (*owner)(pid_t pid, uid_t *uid, gid_t *gid);
    /* The running process, for /proc/self. */
    pid_t (*self)(void);
};
void procfs_set_source(const struct procfs_source *source);

/*
 * Adds /proc/NAME.  SHOW writes its text.
 * Context: boot. SHOW's errors are the reader's.
 */
void procfs_register_file(const char *name, int (*show)(struct textbuf *text));

/* Adds /proc/[pid]/NAME with the permissions MODE. SHOW: -ESRCH when PID is gone. */
void procfs_register_pid_file(const char *name, mode_t mode,
                              int (*show)(pid_t pid, struct textbuf *text));

/* The same for a file that can be written: STORE gets the text of one write.
 * STORE's errors are the writer's. */
void procfs_register_pid_control(const char *name, mode_t mode,
                                 int (*show)(pid_t pid, struct textbuf *text),
                                 int (*store)(pid_t pid, const char *text));

/* A link /proc/[pid]/NAME that leads to an inode, whatever its path: FOLLOW gives
 * it with a reference; NUMBER is for FOLLOW. Errors: -EACCES, -ENOENT. */
void procfs_register_pid_link(const char *name, int number,
                              int (*follow)(pid_t pid, int number,
                                            struct inode **out));

struct procfs_entry;
/* A directory /proc/[pid]/NAME of nodes like EACH (fs/procfs_node.h), whose names are
 * numbers. NEXT gives the smallest above AFTER, or -1. */
void procfs_register_pid_numbers(const char *name,
                                 int (*next)(pid_t pid, int after),
                                 const struct procfs_entry *each);

/* A directory NAME in DIR (NULL: the top); and a file there that never changes. */
struct procfs_entry *procfs_register_dir(struct procfs_entry *dir,
                                         const char *name);
void procfs_register_text(struct procfs_entry *dir, const char *name,
                          const char *text);

struct space;
/* What an address space shows: /proc/[pid]/maps, and its lines of status.
 * Errors: -ENOMEM. */
int procfs_show_maps(const struct space *space, struct textbuf *text);
void procfs_show_memory(const struct space *space, struct textbuf *text);

/* Registers what fs/ and mm/ themselves have to show. Context: boot. */
void procfs_register_files(void);
