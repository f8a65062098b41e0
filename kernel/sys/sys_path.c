/* SPDX-License-Identifier: MIT */
/*
 * System calls on names: working directory, making, removing, renaming.
 *
 * Called by sys/dispatch.c in process context: copies the paths into the kernel
 * and hands them on.
 * Read next: fs/path.c, fs/namei.c.
 */
#include <tine/errno.h>

#include "mm/frame.h"
#include "mm/usercopy.h"
#include "proc/proc.h"
#include "sys/sys.h"
#include "sys/sys_file.h"

#define UMASK_BITS 0777u

int sys_path_get(struct sys_path *path, int dirfd, uaddr_t addr, int flags)
{
    struct proc *p = this_proc();
    struct inode *base = p->workdir->cwd;
    paddr_t frame = frame_alloc();
    if (!frame)
        return -ENOMEM;
    path->text = frame_to_virt(frame);
    int len = user_read_string(path->text, addr, PATH_MAX);
    if (len == 0 && !(flags & AT_EMPTY_PATH))
        len = -ENOENT;
    if (len >= 0 && dirfd != AT_FDCWD && *path->text != '/') {
        struct file *file = fd_lookup(p->files, dirfd);
        if (!file)
            len = -EBADF;
        else if (len > 0 && !S_ISDIR(file->inode->mode))
            len = -ENOTDIR;
        else
            base = file->inode;
    }
    if (len < 0) {
        frame_put(frame);
        return len;
    }
    inode_get(base);
    path->env = (struct path_env){ base, &p->cred, p->workdir->umask };
    return 0;
}

void sys_path_put(struct sys_path *path)
{
    inode_put(path->env.base);
    frame_put(frame_from_virt(path->text));
}

int sys_resolve(int dirfd, uaddr_t path, int flags, struct inode **out)
{
    struct sys_path at;

    if (flags & ~(AT_SYMLINK_NOFOLLOW | AT_EMPTY_PATH))
        return -EINVAL;
    int error = sys_path_get(&at, dirfd, path, flags);
    if (error < 0)
        return error;
    if (*at.text == '\0') {
        *out = at.env.base;
        inode_get(*out);
    } else {
        error = path_resolve(&at.env, at.text,
                             flags & AT_SYMLINK_NOFOLLOW ? PATH_NOFOLLOW
                                                         : PATH_FOLLOW,
                             out);
    }
    sys_path_put(&at);
    return error;
}

/* ---- The working directory --------------------------------------------------- */

static long sys_chdir_inode(struct inode *inode)
{
    struct proc *p = this_proc();
    int error = inode_may_search(inode, &p->cred);
    if (error == 0)
        workdir_set(p->workdir, inode);
    return error;
}

long sys_chdir(uaddr_t path)
{
    struct inode *inode;
    long error = sys_resolve(AT_FDCWD, path, 0, &inode);
    if (error < 0)
        return error;
    error = sys_chdir_inode(inode);
    inode_put(inode);
    return error;
}

long sys_fchdir(int fd)
{
    struct file *file = fd_lookup(this_proc()->files, fd);
    return file ? sys_chdir_inode(file->inode) : -EBADF;
}

/* Copies LEN bytes out; an error in their place goes on. Returns: LEN. */
static long sys_copy_out(uaddr_t buf, const char *text, long len)
{
    int error = len > 0 ? user_write(buf, text, (size_t)len) : 0;
    return error < 0 ? error : len;
}

long sys_getcwd(uaddr_t buf, size_t size)
{
    paddr_t frame = frame_alloc();
    if (!frame)
        return -ENOMEM;
    char *path = frame_to_virt(frame);
    long len =
        path_of_dir(this_proc()->workdir->cwd, path, MIN(size, PATH_MAX));
    if (len == -ERANGE && size >= PATH_MAX)
        len = -ENAMETOOLONG;
    len = sys_copy_out(buf, path, len);
    frame_put(frame);
    return len;
}

long sys_umask(mode_t mask)
{
    struct workdir *workdir = this_proc()->workdir;
    mode_t old = workdir->umask;
    workdir->umask = mask & UMASK_BITS;
    return (long)old;
}

/* ---- One path ----------------------------------------------------------------- */

long sys_mkdir(uaddr_t path, mode_t mode)
{
    struct sys_path at;
    int error = sys_path_get(&at, AT_FDCWD, path, 0);
    if (error < 0)
        return error;
    error = path_mkdir(&at.env, at.text, mode);
    sys_path_put(&at);
    return error;
}

/* Copies PATH in and calls WORK with it. */
static long sys_with_path(uaddr_t path, int (*work)(const struct path_env *env,
                                                    const char *path))
{
    struct sys_path at;
    int error = sys_path_get(&at, AT_FDCWD, path, 0);
    if (error < 0)
        return error;
    error = work(&at.env, at.text);
    sys_path_put(&at);
    return error;
}

long sys_rmdir(uaddr_t path)
{
    return sys_with_path(path, path_rmdir);
}

long sys_unlink(uaddr_t path)
{
    return sys_with_path(path, path_unlink);
}

long sys_readlink(uaddr_t path, uaddr_t buf, size_t size)
{
    struct inode *inode;

    if ((long)size <= 0)
        return -EINVAL;
    long len = sys_resolve(AT_FDCWD, path, AT_SYMLINK_NOFOLLOW, &inode);
    if (len < 0)
        return len;
    len = -EINVAL;
    if (S_ISLNK(inode->mode)) {
        paddr_t frame = frame_alloc();
        len = -ENOMEM;
        if (frame) {
            char *target = frame_to_virt(frame);
            len = inode->ops->readlink(inode, target, PATH_MAX);
            len = sys_copy_out(buf, target, MIN(len, (long)size));
            frame_put(frame);
        }
    }
    inode_put(inode);
    return len;
}

/* ---- Two paths ------------------------------------------------------------------ */

/* Copies both in and calls WORK with them. */
static long sys_with_two_paths(uaddr_t first, uaddr_t second,
                               int (*work)(const struct path_env *env,
                                           const char *from, const char *to))
{
    struct sys_path from, to;

    int error = sys_path_get(&from, AT_FDCWD, first, 0);
    if (error < 0)
        return error;
    error = sys_path_get(&to, AT_FDCWD, second, 0);
    if (error == 0) {
        error = work(&from.env, from.text, to.text);
        sys_path_put(&to);
    }
    sys_path_put(&from);
    return error;
}

long sys_rename(uaddr_t from, uaddr_t to)
{
    return sys_with_two_paths(from, to, path_rename);
}

long sys_link(uaddr_t from, uaddr_t to)
{
    return sys_with_two_paths(from, to, path_link);
}

long sys_symlink(uaddr_t target, uaddr_t path)
{
    return sys_with_two_paths(target, path, path_symlink);
}
