/* SPDX-License-Identifier: MIT */
/* What the handlers of the file calls share: inside sys/ only. */
#ifndef SYS_SYS_FILE_H
#define SYS_SYS_FILE_H

#include "fs/file.h"
#include "fs/path.h"
#include "lib/types.h"

/*
 * The file behind the running process's descriptor FD, with a reference, which
 * keeps it open while a call sleeps even if another process that shares the table
 * closes it.  Returns: NULL, for -EBADF: not open, or only with O_PATH.
 */
struct file *sys_file_get(int fd) MUST_CHECK;

/* The running process as path resolution sees it. */
struct path_env sys_path_env(void);

/*
 * Copies the path at the user address ADDR into a frame.
 * Errors: -EFAULT; -ENAMETOOLONG; -ENOMEM.
 */
int sys_path_get(uaddr_t addr, char **path) MUST_CHECK;
void sys_path_put(char *path);

/*
 * Where the relative path PATH of an at-call starts: the directory DIRFD, with a
 * reference, or NULL for the working directory.
 * Errors: -EBADF, -ENOTDIR.
 */
int sys_base_get(int dirfd, const char *path, struct inode **base) MUST_CHECK;

/*
 * Finds the inode that a call with a user path is about.
 * Errors: those of path_resolve and sys_path_get.
 */
int sys_resolve(int dirfd, uaddr_t path, enum path_last last,
                struct inode **out) MUST_CHECK;

#endif
