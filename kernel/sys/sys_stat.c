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

static long sys_stat_path(int dirfd, uaddr_t path, uaddr_t buf,
                          enum path_last last)
{
    struct inode *inode;
    long error = sys_resolve(dirfd, path, last, &inode);
    if (error < 0)
        return error;
    error = sys_stat_inode(inode, buf);
    inode_put(inode);
    return error;
}

long sys_stat64(uaddr_t path, uaddr_t buf)
{
    return sys_stat_path(AT_FDCWD, path, buf, PATH_FOLLOW);
}

long sys_lstat64(uaddr_t path, uaddr_t buf)
{
    return sys_stat_path(AT_FDCWD, path, buf, PATH_NOFOLLOW);
}

long sys_fstat64(int fd, uaddr_t buf)
{
    struct file *file = fd_lookup(this_proc()->files, fd);
    return file ? sys_stat_inode(file->inode, buf) : -EBADF;
}

/* Whether the string at PATH is empty. Errors: -EFAULT. */
static int sys_path_is_empty(uaddr_t path)
{
    char first;
    int error = user_get(first, path);
    return error < 0 ? error : first == '\0';
}

long sys_fstatat64(int dirfd, uaddr_t path, uaddr_t buf, int flags)
{
    if (flags & ~(AT_SYMLINK_NOFOLLOW | AT_EMPTY_PATH))
        return -EINVAL;
    if (flags & AT_EMPTY_PATH) {
        int is_empty = sys_path_is_empty(path);
        if (is_empty < 0)
            return is_empty;
        if (is_empty && dirfd == AT_FDCWD)
            return sys_stat_inode(this_proc()->workdir->cwd, buf);
        if (is_empty)
            return sys_fstat64(dirfd, buf);
    }
    return sys_stat_path(dirfd, path, buf,
                         flags & AT_SYMLINK_NOFOLLOW ? PATH_NOFOLLOW
                                                     : PATH_FOLLOW);
}

/* access(2) asks for the real user, so that a set-user-ID program can. */
long sys_access(uaddr_t path, int mode)
{
    struct proc *p = this_proc();
    struct cred real = p->cred;
    struct path_env env = { .workdir = p->workdir, .cred = &real };
    struct inode *inode;
    char *name;

    if (mode & ~(R_OK | W_OK | X_OK))
        return -EINVAL;
    real.euid = real.uid;
    real.egid = real.gid;
    int error = sys_path_get(path, &name);
    if (error < 0)
        return error;
    error = path_resolve(&env, NULL, name, PATH_FOLLOW, &inode);
    sys_path_put(name);
    if (error < 0)
        return error;
    error = inode_permission(inode, &real, mode);
    inode_put(inode);
    return error;
}

/* ---- Changing -------------------------------------------------------------------- */

long sys_chmod(uaddr_t path, mode_t mode)
{
    struct inode *inode;
    int error = sys_resolve(AT_FDCWD, path, PATH_FOLLOW, &inode);
    if (error < 0)
        return error;
    error = inode_set_mode(inode, &this_proc()->cred, mode);
    inode_put(inode);
    return error;
}

long sys_fchmod(int fd, mode_t mode)
{
    struct file *file = fd_lookup(this_proc()->files, fd);
    if (!file || (file->flags & O_PATH))
        return -EBADF;
    return inode_set_mode(file->inode, &this_proc()->cred, mode);
}

long sys_chown32(uaddr_t path, uid_t uid, gid_t gid)
{
    struct inode *inode;
    int error = sys_resolve(AT_FDCWD, path, PATH_FOLLOW, &inode);
    if (error < 0)
        return error;
    error = inode_set_owner(inode, &this_proc()->cred, uid, gid);
    inode_put(inode);
    return error;
}

long sys_truncate64(uaddr_t path, unsigned long low, unsigned long high)
{
    loff_t size = (loff_t)((uint64_t)high << LONG_BITS | low);
    struct inode *inode;

    if (size < 0)
        return -EINVAL;
    int error = sys_resolve(AT_FDCWD, path, PATH_FOLLOW, &inode);
    if (error < 0)
        return error;
    if (S_ISDIR(inode->mode))
        error = -EISDIR;
    else if (!S_ISREG(inode->mode))
        error = -EINVAL;
    else
        error = inode_permission(inode, &this_proc()->cred, W_OK);
    if (error == 0)
        error = inode_truncate(inode, size);
    inode_put(inode);
    return error;
}

long sys_ftruncate64(int fd, unsigned long low, unsigned long high)
{
    loff_t size = (loff_t)((uint64_t)high << LONG_BITS | low);
    struct file *file = fd_lookup(this_proc()->files, fd);

    if (size < 0)
        return -EINVAL;
    if (!file || (file->flags & O_PATH))
        return -EBADF;
    if (!file_is_writable(file) || !S_ISREG(file->inode->mode))
        return -EINVAL;
    return inode_truncate(file->inode, size);
}

/* What utimensat changes: the file PATH, or with a NULL path DIRFD itself. */
static int utimensat_find(int dirfd, uaddr_t path, int flags,
                          struct inode **out)
{
    int is_empty = 0;

    if (flags & ~(AT_SYMLINK_NOFOLLOW | AT_EMPTY_PATH))
        return -EINVAL;
    if (path == 0 && dirfd != AT_FDCWD) {
        if (flags)
            return -EINVAL;
        is_empty = 1;
    } else if (flags & AT_EMPTY_PATH) {
        is_empty = sys_path_is_empty(path);
        if (is_empty < 0)
            return is_empty;
    }
    if (!is_empty)
        return sys_resolve(dirfd, path,
                           flags & AT_SYMLINK_NOFOLLOW ? PATH_NOFOLLOW
                                                       : PATH_FOLLOW,
                           out);
    struct file *file = fd_lookup(this_proc()->files, dirfd);
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
        int error = user_get(both, times);
        if (error < 0)
            return error;
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
