/* SPDX-License-Identifier: MIT */
/*
 * rename(2) and renameat2(2): one name takes another's place.
 *
 * Both parents are found first, then everything is checked in Linux's order, and
 * only then does the file system act: it can then fail only without memory.
 * Called in process context with paths in kernel memory.
 * Read next: fs/ramfs.c.
 */
#include <asm/fcntl.h>

#include "fs/walk.h"

/* One rename: where from, where to, and what is there. */
struct renaming {
    struct walk from, to;
    unsigned int flags;  /* RENAME_* */
    struct inode *inode; /* what is renamed */
    struct inode *old;   /* what it replaces, or NULL */
};

/* Whether ABOVE is DIR or one of the directories above it. */
static bool dir_is_below(const struct inode *dir, const struct inode *above)
{
    while (dir && dir != above)
        dir = dir->parent;
    return dir != NULL;
}

/* Finds what the two names mean now; both walks have been started. */
static int renaming_find(struct renaming *r)
{
    if (r->from.dir->mount != r->to.dir->mount)
        return -EXDEV;
    if (r->from.kind != WALK_NAME)
        return -EBUSY;
    if (r->to.kind != WALK_NAME)
        return r->flags & RENAME_NOREPLACE ? -EEXIST : -EBUSY;

    int error = walk_lookup(&r->from, &r->inode);
    if (error == 0)
        error = r->inode ? walk_lookup(&r->to, &r->old) : -ENOENT;
    if (error == 0 && r->old && (r->flags & RENAME_NOREPLACE))
        error = -EEXIST;
    return error;
}

/* The conditions of rename(2). */
static int renaming_check(struct renaming *r)
{
    bool is_dir = S_ISDIR(r->inode->mode);

    if (!is_dir && (r->from.needs_dir || r->to.needs_dir))
        return -ENOTDIR;
    if (is_dir && dir_is_below(r->to.dir, r->inode))
        return -EINVAL;
    if (r->old && dir_is_below(r->from.dir, r->old))
        return -ENOTEMPTY;
    if (r->inode == r->old)
        return 0;
    if (!r->from.dir->ops->rename)
        return r->old ? -EPERM : -ENOENT;
    int error = name_may_remove(&r->from, r->inode, is_dir);
    if (error == 0)
        error = r->old ? name_may_remove(&r->to, r->old, is_dir)
                       : walk_may_create(&r->to);
    /* Its ".." changes. */
    if (error == 0 && is_dir && r->from.dir != r->to.dir)
        error = inode_permission(r->inode, r->from.env->cred, W_OK);
    return error;
}

int path_rename(const struct path_env *from_env, const char *from,
                const struct path_env *to_env, const char *to,
                unsigned int flags)
{
    struct renaming r = { .flags = flags };

    int error = walk_start(&r.from, from_env, from);
    int to_error = walk_start(&r.to, to_env, to);
    if (error == 0)
        error = to_error;
    if (error == 0)
        error = renaming_find(&r);
    if (error == 0)
        error = renaming_check(&r);
    /* Two names of one file: rename(2) does nothing. */
    if (error == 0 && r.inode != r.old)
        error = r.from.dir->ops->rename(r.from.dir, r.from.name, r.inode,
                                        r.to.dir, r.to.name, r.old);
    inode_put(r.inode);
    inode_put(r.old);
    walk_end(&r.from);
    walk_end(&r.to);
    return error;
}
