/* SPDX-License-Identifier: MIT */
/*
 * open(2): from a path and flags to an open file, creating it if asked.
 *
 * Called by the system calls and by init's set-up, in process context.  The
 * order of the checks is Linux's, since programs can see it in the error.
 * Read next: fs/namei.c.
 */
#include <tine/errno.h>

#include "fs/file.h"
#include "fs/walk.h"
#include "lib/panic.h"

/* Flags that say how to open, and are not kept in the open file. */
#define OPEN_ONLY_FLAGS (O_CREAT | O_EXCL | O_NOCTTY | O_TRUNC | O_CLOEXEC)
#define OPEN_PATH_FLAGS (O_PATH | O_DIRECTORY | O_NOFOLLOW)
#define MODE_PERMISSIONS 07777u

int inode_open(struct inode *inode, int flags, struct file **out)
{
    const struct file_ops *ops = inode->file_ops;

    if (!ops && !(flags & O_PATH))
        return -ENXIO;
    struct file *file = file_alloc(inode, ops, flags & ~OPEN_ONLY_FLAGS);
    if (!file)
        return -ENOMEM;
    if (!(flags & O_PATH) && ops->open) {
        int error = ops->open(inode, file);
        if (error < 0) {
            /* It was never open: its release must not run. */
            file->flags |= O_PATH;
            file_put(file);
            return error;
        }
    }
    *out = file;
    return 0;
}

/* What must be allowed to open with FLAGS. */
static int open_wanted(int flags)
{
    static const int wanted[O_ACCMODE + 1] = { R_OK, W_OK, R_OK | W_OK,
                                               R_OK | W_OK };
    return wanted[flags & O_ACCMODE] | (flags & O_TRUNC ? W_OK : 0);
}

/* Checks an existing INODE for an open with FLAGS. */
static int open_check(const struct inode *inode, const struct cred *cred,
                      int flags)
{
    int want = open_wanted(flags);

    if ((flags & O_CREAT) && (flags & O_EXCL))
        return -EEXIST;
    if ((flags & O_CREAT) && S_ISDIR(inode->mode))
        return -EISDIR;
    if ((flags & O_DIRECTORY) && !S_ISDIR(inode->mode))
        return -ENOTDIR;
    if (S_ISLNK(inode->mode))
        return -ELOOP;
    if (S_ISDIR(inode->mode) && (want & W_OK))
        return -EISDIR;
    return inode_permission(inode, cred, want);
}

/* Creates the regular file that WALK has come to. */
static int open_create(struct walk *walk, mode_t mode, struct inode **out)
{
    struct inode *dir = walk->dir;
    const struct workdir *workdir = walk->env->workdir;

    if (!dir->ops->create)
        return -ENOENT;
    int error = inode_permission(dir, walk->env->cred, W_OK);
    if (error < 0)
        return error;
    mode &= MODE_PERMISSIONS & ~(workdir ? workdir->umask : 0);
    return dir->ops->create(dir, walk->name, S_IFREG | mode, walk->env->cred,
                            out);
}

/*
 * Finds or creates the inode to open.  Returns: 0 it was there, 1 it was made.
 */
static int open_find(struct walk *walk, int flags, mode_t mode,
                     struct inode **out)
{
    bool may_create = flags & O_CREAT;
    bool may_follow = !(flags & O_NOFOLLOW) &&
                      !(may_create && (flags & O_EXCL));

    for (;;) {
        int error = walk_parent(walk);
        if (error < 0)
            return error;
        if (may_create && walk->needs_dir && walk->kind != WALK_ROOT)
            return -EISDIR;
        error = walk_lookup(walk, out);
        if (error == -ENOENT && may_create) {
            error = open_create(walk, mode, out);
            return error < 0 ? error : 1;
        }
        if (error < 0)
            return error;
        if (!S_ISLNK((*out)->mode) || (!may_follow && !walk->needs_dir))
            break;
        error = walk_follow(walk, *out);
        if (error < 0)
            return error;
    }
    if (walk->needs_dir && !S_ISDIR((*out)->mode)) {
        inode_put(*out);
        return -ENOTDIR;
    }
    return 0;
}

/* Opens what a walk has found: O_PATH needs no permission on the file. */
static int open_found(struct inode *inode, const struct cred *cred, int flags,
                      bool is_new, struct file **out)
{
    int error = 0;

    if (flags & O_PATH) {
        if ((flags & O_DIRECTORY) && !S_ISDIR(inode->mode))
            error = -ENOTDIR;
    } else if (!is_new) {
        error = open_check(inode, cred, flags);
        if (error == 0 && (flags & O_TRUNC) && S_ISREG(inode->mode) &&
            inode->ops->truncate)
            error = inode_truncate(inode, 0);
    }
    if (error == 0)
        error = inode_open(inode, flags, out);
    return error;
}

int path_open(const struct path_env *env, struct inode *base, const char *path,
              int flags, mode_t mode, struct file **out)
{
    struct walk walk;
    struct inode *inode;

    if (flags & O_PATH)
        flags &= OPEN_PATH_FLAGS;
    if ((flags & O_CREAT) && (flags & O_DIRECTORY))
        return -EINVAL;
    int found = walk_start(&walk, env, base, path);
    if (found == 0)
        found = open_find(&walk, flags, mode, &inode);
    walk_end(&walk);
    if (found < 0)
        return found;
    int error = open_found(inode, env->cred, flags, found == 1, out);
    inode_put(inode);
    return error;
}
