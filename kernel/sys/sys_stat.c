/* SPDX-License-Identifier: MIT */
/*
 * System calls on attributes: stat, access, chmod, chown, times, length.
 *
 * Called by sys/dispatch.c in process context.
 * Read next: fs/inode.c.
 */
#include <asm/stat.h>
#include <tine/errno.h>

#include "mm/usercopy.h"
#include "proc/limits.h"
#include "proc/proc.h"
#include "sys/sys.h"
#include "sys/sys_file.h"

#define LONG_BITS 32

/* ---- Asking --------------------------------------------------------------------- */

static long sys_stat_inode(struct inode *inode, uaddr_t buf)
{
    struct stat st;
    inode_stat(inode, &st);
    return user_put(buf, st);
}

long sys_stat_path(int dirfd, uaddr_t path, int flags, uaddr_t buf,
                   long (*report)(struct inode *inode, uaddr_t buf))
{
    struct inode *inode;
    long error = sys_resolve(dirfd, path, flags, &inode);
    if (error < 0)
        return error;
    error = report(inode, buf);
    inode_put(inode);
    return error;
}

long sys_stat64(uaddr_t path, uaddr_t buf)
{
    return sys_stat_path(AT_FDCWD, path, 0, buf, sys_stat_inode);
}

long sys_lstat64(uaddr_t path, uaddr_t buf)
{
    return sys_stat_path(AT_FDCWD, path, AT_SYMLINK_NOFOLLOW, buf,
                         sys_stat_inode);
}

long sys_fstat64(int fd, uaddr_t buf)
{
    struct file *file = fd_lookup(this_proc()->files, fd);
    return file ? sys_stat_inode(file->inode, buf) : -EBADF;
}

long sys_fstatat64(int dirfd, uaddr_t path, uaddr_t buf, int flags)
{
    return sys_stat_path(dirfd, path, flags, buf, sys_stat_inode);
}

/* access(2) asks for the real user, so that a set-user-ID program can. */
long sys_access(uaddr_t path, int mode)
{
    struct cred real = this_proc()->cred;
    struct inode *inode;
    struct sys_path at;

    if (mode & ~(R_OK | W_OK | X_OK))
        return -EINVAL;
    real.euid = real.uid;
    real.egid = real.gid;
    int error = sys_path_get(&at, AT_FDCWD, path, 0);
    if (error < 0)
        return error;
    at.env.cred = &real;
    error = path_resolve(&at.env, at.text, PATH_FOLLOW, &inode);
    if (error == 0)
        error = inode_permission(inode, &real, mode);
    inode_put(inode);
    sys_path_put(&at);
    return error;
}

/* ---- Changing -------------------------------------------------------------------- */

long sys_chmod(uaddr_t path, mode_t mode)
{
    struct inode *inode;
    int error = sys_resolve(AT_FDCWD, path, 0, &inode);
    if (error < 0)
        return error;
    error = inode_set_mode(inode, &this_proc()->cred, mode);
    inode_put(inode);
    return error;
}

long sys_fchmod(int fd, mode_t mode)
{
    struct file *file = sys_file_find(fd);
    if (!file)
        return -EBADF;
    return inode_set_mode(file->inode, &this_proc()->cred, mode);
}

long sys_chown32(uaddr_t path, uid_t uid, gid_t gid)
{
    struct inode *inode;
    int error = sys_resolve(AT_FDCWD, path, 0, &inode);
    if (error < 0)
        return error;
    error = inode_set_owner(inode, &this_proc()->cred, uid, gid);
    inode_put(inode);
    return error;
}

/* RLIMIT_FSIZE forbids to make a file longer than that. */
static int truncate_file(struct inode *inode, loff_t size)
{
    size_t len = 1;
    int error = S_ISREG(inode->mode) && size > inode->size
                    ? limits_cut_write(size - 1, &len)
                    : 0;
    return error < 0 ? error : inode_truncate(inode, size);
}

long sys_truncate64(uaddr_t path, unsigned long low, unsigned long high)
{
    loff_t size = (loff_t)((uint64_t)high << LONG_BITS | low);
    struct inode *inode;

    if (size < 0)
        return -EINVAL;
    int error = sys_resolve(AT_FDCWD, path, 0, &inode);
    if (error < 0)
        return error;
    if (S_ISREG(inode->mode))
        error = inode_permission(inode, &this_proc()->cred, W_OK);
    if (error == 0)
        error = truncate_file(inode, size);
    inode_put(inode);
    return error;
}

long sys_ftruncate64(int fd, unsigned long low, unsigned long high)
{
    loff_t size = (loff_t)((uint64_t)high << LONG_BITS | low);
    struct file *file = sys_file_find(fd);

    if (size < 0)
        return -EINVAL;
    if (!file)
        return -EBADF;
    if (!file_is_writable(file) || !S_ISREG(file->inode->mode))
        return -EINVAL;
    return truncate_file(file->inode, size);
}

/* What utimensat changes: the file PATH; without a path DIRFD, as in futimens. */
static int utimensat_find(int dirfd, uaddr_t path, int flags,
                          struct inode **out)
{
    if (path != 0 || dirfd == AT_FDCWD)
        return sys_resolve(dirfd, path, flags, out);
    struct file *file = sys_file_find(dirfd);
    if (flags)
        return -EINVAL;
    if (!file)
        return -EBADF;
    *out = file->inode;
    inode_get(*out);
    return 0;
}

long sys_utimensat(int dirfd, uaddr_t path, uaddr_t times, int flags)
{
    struct timespec both[2];
    struct inode *inode;

    if (times != 0) {
        if (user_get(both, times) < 0)
            return -EFAULT;
        /* Nothing to do, whatever the path: utimensat(2). */
        if (both[0].tv_nsec == UTIME_OMIT && both[1].tv_nsec == UTIME_OMIT)
            return 0;
    }
    int error = utimensat_find(dirfd, path, flags, &inode);
    if (error < 0)
        return error;
    error = inode_set_times(inode, &this_proc()->cred, times ? both : NULL);
    inode_put(inode);
    return error;
}

long sys_sync(void)
{
    return 0; /* what is in memory is where it belongs */
}
