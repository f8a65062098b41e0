/* SPDX-License-Identifier: MIT */
/* What the handlers of the file calls share: inside sys/ only. */
#pragma once

#include "fs/file.h"
#include "fs/path.h"
#include "lib/types.h"

/* The file behind the running process's descriptor FD, without a reference.
 * Returns: NULL, for -EBADF: not open, or only with O_PATH. */
struct file *sys_file_find(int fd) MUST_CHECK;

/* fcntl(2) with a lock command, F_OLD_GETLK to F_OFD_SETLKW. */
long sys_lock_fcntl(struct file *file, int command, uaddr_t arg);

/* An offset or length that comes in two registers. */
static inline loff_t loff_of(unsigned long low, unsigned long high)
{
    return (loff_t)((uint64_t)high << 32 | low);
}

/* A path argument: its text in a frame, and from where the running process
 * resolves it; all 0 as long as there is none. */
struct sys_path {
    struct path_env env; /* with a reference on its base */
    char *text;
};

/*
 * Copies the path at the user address ADDR, which starts at the directory DIRFD
 * if it is relative.  It may be empty only with AT_EMPTY_PATH in FLAGS: then it is
 * DIRFD itself, whatever that is.
 * Surprise: also after an error sys_path_put must follow.
 * Errors: -EFAULT; -ENAMETOOLONG; -ENOMEM; -ENOENT; -EBADF, -ENOTDIR for DIRFD.
 */
int sys_path_get(struct sys_path *path, int dirfd, uaddr_t addr,
                 int flags) MUST_CHECK;
void sys_path_put(struct sys_path *path);
/* The inode that it names, with a reference; FLAGS as below. */
int sys_path_find(const struct sys_path *at, int flags,
                  struct inode **out) MUST_CHECK;

/*
 * Finds the inode that a call with a user path is about, with a reference, or
 * NULL after an error.  FLAGS may have AT_SYMLINK_NOFOLLOW and AT_EMPTY_PATH.
 * Errors: those of path_resolve and sys_path_get; -EINVAL other flags.
 */
int sys_resolve(int dirfd, uaddr_t path, int flags,
                struct inode **out) MUST_CHECK;
