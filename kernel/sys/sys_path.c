/* SPDX-License-Identifier: MIT */
/*
 * Path arguments: how a call gets them; and the calls on where paths start:
 * working directory, root.
 *
 * Called by sys/dispatch.c in process context.
 * Read next: sys/sys_name.c, fs/path.c.
 */
#include "mm/kmalloc.h"
#include "sys/handler.h"

int sys_path_get(struct sys_path *path, int dirfd, uaddr_t addr, int flags)
{
    struct proc *p = this_proc();
    struct inode *base = p->workdir->cwd;

    *path = (struct sys_path){ .text = kmalloc(PATH_MAX) };
    if (!path->text)
        return -ENOMEM;
    int len = user_read_string(path->text, addr, PATH_MAX);
    if (len < 0)
        return len;
    if (len == 0 && !(flags & AT_EMPTY_PATH))
        return -ENOENT;
    if (dirfd != AT_FDCWD && *path->text != '/') {
        struct file *file = fd_lookup(p->files, dirfd);
        if (!file)
            return -EBADF;
        if (len > 0 && !S_ISDIR(file->inode->mode))
            return -ENOTDIR;
        base = file->inode;
    }
    inode_get(base);
    path->env = (struct path_env){ p->workdir->root, base, &p->cred,
                                   p->workdir->umask };
    return 0;
}

void sys_path_put(struct sys_path *path)
{
    inode_put(path->env.base);
    kind_free(path->text);
}

int sys_path_find(const struct sys_path *at, int flags, struct inode **out)
{
    if (*at->text != '\0')
        return path_resolve(&at->env, at->text,
                            flags & AT_SYMLINK_NOFOLLOW ? PATH_NOFOLLOW
                                                        : PATH_FOLLOW,
                            out);
    *out = inode_get(at->env.base);
    return 0;
}

int sys_resolve(int dirfd, uaddr_t path, int flags, struct inode **out)
{
    *out = NULL;
    if (flags & ~(AT_SYMLINK_NOFOLLOW | AT_EMPTY_PATH))
        return -EINVAL;
    return WITH_PATH(at, dirfd, path, flags, sys_path_find(&at, flags, out));
}

/* ---- The working directory --------------------------------------------------- */

long workdir_change(struct inode **place, struct inode *inode)
{
    int error = inode_may_search(inode, &this_proc()->cred);
    if (error == 0 && place == &this_proc()->workdir->root &&
        !cred_can(&this_proc()->cred, CAP_SYS_CHROOT))
        error = -EPERM;
    if (error == 0)
        inode_replace(place, inode);
    return error;
}

/* Copies LEN bytes of TEXT out, and frees it; an error in place of LEN goes on.
 * Returns: LEN. */
static long path_text_put(uaddr_t buf, char *text, long len)
{
    int error = len > 0 ? user_write(buf, text, (size_t)len) : 0;
    kind_free(text);
    return error < 0 ? error : len;
}

long sys_getcwd(uaddr_t buf, size_t size)
{
    char *path = kmalloc(PATH_MAX);
    if (!path)
        return -ENOMEM;
    const struct workdir *workdir = this_proc()->workdir;
    long len = path_of_dir(workdir->root, workdir->cwd, "(unreachable)", path,
                           MIN(size, PATH_MAX));
    if (workdir->cwd->nlink == 0)
        len = -ENOENT;
    if (len == -ERANGE && size >= PATH_MAX)
        len = -ENAMETOOLONG;
    return path_text_put(buf, path, len);
}

/* ---- Symbolic links ------------------------------------------------------------ */

/* Copies out what the link INODE names, which AT leads to. Returns: bytes. */
static long readlink_found(const struct sys_path *at, struct inode *inode,
                           uaddr_t buf, size_t size)
{
    if (!S_ISLNK(inode->mode))
        return *at->text ? -EINVAL : -ENOENT;
    char *target = kmalloc(PATH_MAX);
    if (!target)
        return -ENOMEM;
    long len = path_of_link(this_proc()->workdir->root, inode, target, PATH_MAX);
    return path_text_put(buf, target, MIN(len, (long)size));
}

long readlink_flags(int dirfd, uaddr_t path, int flags, uaddr_t buf,
                    size_t size)
{
    if ((long)size <= 0)
        return -EINVAL;
    return ON_PATH_AT(at, dirfd, path, flags | AT_SYMLINK_NOFOLLOW,
                      readlink_found(&at, inode, buf, size));
}
