/* SPDX-License-Identifier: MIT */
/*
 * System calls on names: making, linking, renaming.
 *
 * Called by sys/dispatch.c in process context: copies the paths into the kernel
 * and hands them on.  The forms without a directory are rows of tine/syscalls.def.
 * Read next: fs/namei.c, fs/rename.c.
 */
#include "sys/handler.h"

/* Makes the name PATH; the rest is as path_create has it. */
static long name_make(int dirfd, uaddr_t path, mode_t mode, const char *target,
                      unsigned int dev)
{
    return WITH_PATH(at, dirfd, path, 0,
                     path_create(&at.env, at.text, mode, target, dev));
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

long sys_renameat2(int from_dirfd, uaddr_t from_path, int to_dirfd,
                   uaddr_t to_path, unsigned int flags)
{
    if (flags & ~RENAME_NOREPLACE)
        return -EINVAL;
    return WITH_PATH(from, from_dirfd, from_path, 0,
                     WITH_PATH(to, to_dirfd, to_path, 0,
                               path_rename(&from.env, from.text, &to.env,
                                           to.text, flags)));
}

long sys_linkat(int from_dirfd, uaddr_t from, int to_dirfd, uaddr_t to,
                int flags)
{
    int how = flags & AT_SYMLINK_FOLLOW ? 0 : AT_SYMLINK_NOFOLLOW;

    if (flags & ~(AT_SYMLINK_FOLLOW | AT_EMPTY_PATH))
        return -EINVAL;
    return ON_PATH(from_dirfd, from, how | (flags & AT_EMPTY_PATH),
                   WITH_PATH(at, to_dirfd, to, 0,
                             path_link(inode, &at.env, at.text)));
}

long sys_symlinkat(uaddr_t target, int dirfd, uaddr_t path)
{
    const mode_t mode = S_IFLNK | S_IRWXU | S_IRWXG | S_IRWXO;

    return WITH_PATH(at, AT_FDCWD, target, 0,
                     name_make(dirfd, path, mode, at.text, 0));
}
