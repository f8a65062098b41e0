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

struct path_env sys_path_env(void)
{
    struct proc *p = this_proc();
    return (struct path_env){ .workdir = p->workdir, .cred = &p->cred };
}

int sys_path_get(uaddr_t addr, char **path)
{
    paddr_t frame = frame_alloc();
    if (!frame)
        return -ENOMEM;
    *path = frame_to_virt(frame);
    int len = user_read_string(*path, addr, PATH_MAX);
    if (len >= 0)
        return 0;
    frame_put(frame);
    return len;
}

void sys_path_put(char *path)
{
    frame_put(frame_from_virt(path));
}

int sys_base_get(int dirfd, const char *path, struct inode **base)
{
    *base = NULL;
    if (dirfd == AT_FDCWD || *path == '/' || *path == '\0')
        return 0;
    struct file *file = fd_lookup(this_proc()->files, dirfd);
    if (!file)
        return -EBADF;
    if (!S_ISDIR(file->inode->mode))
        return -ENOTDIR;
    inode_get(file->inode);
    *base = file->inode;
    return 0;
}

int sys_resolve(int dirfd, uaddr_t path, enum path_last last,
                struct inode **out)
{
    struct path_env env = sys_path_env();
    struct inode *base = NULL;
    char *name;
    int error = sys_path_get(path, &name);

    if (error < 0)
        return error;
    error = sys_base_get(dirfd, name, &base);
    if (error == 0)
        error = path_resolve(&env, base, name, last, out);
    inode_put(base);
    sys_path_put(name);
    return error;
}

/* ---- The working directory --------------------------------------------------- */

static long sys_chdir_inode(struct inode *inode)
{
    struct path_env env = sys_path_env();
    int error = path_may_chdir(&env, inode);
    if (error == 0)
        workdir_set(this_proc()->workdir, inode);
    return error;
}

long sys_chdir(uaddr_t path)
{
    struct inode *inode;
    long error = sys_resolve(AT_FDCWD, path, PATH_FOLLOW, &inode);
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

long sys_getcwd(uaddr_t buf, size_t size)
{
    paddr_t frame = frame_alloc();
    if (!frame)
        return -ENOMEM;
    char *path = frame_to_virt(frame);
    long len = path_of_dir(this_proc()->workdir->cwd, path, PATH_MAX);
    if (len == -ERANGE)
        len = -ENAMETOOLONG;
    else if (len >= 0 && (size_t)len > size)
        len = -ERANGE;
    if (len >= 0) {
        int error = user_write(buf, path, (size_t)len);
        len = error < 0 ? error : len;
    }
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
    struct path_env env = sys_path_env();
    char *name;
    int error = sys_path_get(path, &name);
    if (error < 0)
        return error;
    error = path_mkdir(&env, NULL, name, mode);
    sys_path_put(name);
    return error;
}

/* Copies PATH in and calls WORK with it. */
static long sys_with_path(uaddr_t path,
                          int (*work)(const struct path_env *env,
                                      struct inode *base, const char *path))
{
    struct path_env env = sys_path_env();
    char *name;
    int error = sys_path_get(path, &name);
    if (error < 0)
        return error;
    error = work(&env, NULL, name);
    sys_path_put(name);
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
    long len = sys_resolve(AT_FDCWD, path, PATH_NOFOLLOW, &inode);
    if (len < 0)
        return len;
    paddr_t frame = frame_alloc();
    len = frame ? -EINVAL : -ENOMEM;
    if (frame && S_ISLNK(inode->mode)) {
        char *target = frame_to_virt(frame);
        len = inode->ops->readlink(inode, target, MIN(size, PATH_MAX));
        if (len >= 0) {
            int error = user_write(buf, target, (size_t)len);
            len = error < 0 ? error : len;
        }
    }
    if (frame)
        frame_put(frame);
    inode_put(inode);
    return len;
}

/* ---- Two paths ------------------------------------------------------------------ */

/* Copies both in and calls WORK with them. */
static long sys_with_two_paths(uaddr_t first, uaddr_t second,
                               int (*work)(const struct path_env *env,
                                           const char *from, const char *to))
{
    struct path_env env = sys_path_env();
    char *from, *to;

    int error = sys_path_get(first, &from);
    if (error < 0)
        return error;
    error = sys_path_get(second, &to);
    if (error == 0) {
        error = work(&env, from, to);
        sys_path_put(to);
    }
    sys_path_put(from);
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
