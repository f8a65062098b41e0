/* SPDX-License-Identifier: MIT */
/*
 * System calls on names: making, removing, linking, renaming.
 *
 * Called by sys/dispatch.c in process context: copies the paths into the kernel
 * and hands them on.  The forms without a directory are rows of tine/syscalls.def.
 * Read next: fs/namei.c, fs/rename.c.
 */
#include "sys/handler.h"

/* Makes the name PATH; the rest is as path_create has it. */
static int name_make(int dirfd, uaddr_t path, mode_t mode, const char *target,
                     unsigned int dev)
{
    struct sys_path at;
    int error = sys_path_get(&at, dirfd, path, 0);
    if (error == 0)
        error = path_create(&at.env, at.text, mode, target, dev);
    sys_path_put(&at);
    return error;
}

long sys_mkdirat(int dirfd, uaddr_t path, mode_t mode)
{
    return name_make(dirfd, path, S_IFDIR | (mode & ~(mode_t)S_IFMT), NULL, 0);
}

long sys_mknodat(int dirfd, uaddr_t path, mode_t mode, unsigned int dev)
{
    if ((mode & S_IFMT) == 0)
        mode |= S_IFREG;
    if (S_ISREG(mode) || S_ISFIFO(mode) || S_ISSOCK(mode) || S_ISCHR(mode) ||
        S_ISBLK(mode))
        return name_make(dirfd, path, mode, NULL, dev);
    return S_ISDIR(mode) ? -EPERM : -EINVAL;
}

long sys_unlinkat(int dirfd, uaddr_t path, int flags)
{
    struct sys_path at;

    if (flags & ~AT_REMOVEDIR)
        return -EINVAL;
    int error = sys_path_get(&at, dirfd, path, 0);
    if (error == 0)
        error = path_remove(&at.env, at.text, flags != 0);
    sys_path_put(&at);
    return error;
}

long sys_renameat2(int from_dirfd, uaddr_t from_path, int to_dirfd,
                   uaddr_t to_path, unsigned int flags)
{
    struct sys_path from, to = { .text = NULL };

    if (flags & ~RENAME_NOREPLACE)
        return -EINVAL;
    int error = sys_path_get(&from, from_dirfd, from_path, 0);
    if (error == 0)
        error = sys_path_get(&to, to_dirfd, to_path, 0);
    if (error == 0)
        error = path_rename(&from.env, from.text, &to.env, to.text, flags);
    sys_path_put(&to);
    sys_path_put(&from);
    return error;
}

long sys_linkat(int from_dirfd, uaddr_t from, int to_dirfd, uaddr_t to,
                int flags)
{
    struct sys_path at = { .text = NULL };
    struct inode *inode;
    int how = flags & AT_SYMLINK_FOLLOW ? 0 : AT_SYMLINK_NOFOLLOW;

    if (flags & ~(AT_SYMLINK_FOLLOW | AT_EMPTY_PATH))
        return -EINVAL;
    int error = sys_resolve(from_dirfd, from, how | (flags & AT_EMPTY_PATH),
                            &inode);
    if (error == 0)
        error = sys_path_get(&at, to_dirfd, to, 0);
    if (error == 0)
        error = path_link(inode, &at.env, at.text);
    sys_path_put(&at);
    inode_put(inode);
    return error;
}

long sys_symlinkat(uaddr_t target, int dirfd, uaddr_t path)
{
    const mode_t mode = S_IFLNK | S_IRWXU | S_IRWXG | S_IRWXO;
    struct sys_path text;
    int error = sys_path_get(&text, AT_FDCWD, target, 0);

    if (error == 0)
        error = name_make(dirfd, path, mode, text.text, 0);
    sys_path_put(&text);
    return error;
}
