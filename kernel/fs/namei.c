/* SPDX-License-Identifier: MIT */
/*
 * The calls that change names: mkdir, rmdir, unlink, link, symlink, rename.
 *
 * Each walks to the parent directory, checks what POSIX and Linux check, in
 * Linux's order, and then lets the file system do it.  Called in process context
 * with paths in kernel memory.
 * Read next: fs/ramfs.c, which does it.
 */
#include <asm/fcntl.h>
#include <tine/errno.h>

#include "fs/mount.h"
#include "fs/walk.h"

#define MODE_DIR 01777u /* what mkdir(2) takes of its mode */

/* ---- Checks ----------------------------------------------------------------- */

/* Whether the name of VICTIM may be removed from the directory of WALK. */
static int name_may_remove(const struct walk *walk, struct inode *victim,
                           bool is_dir)
{
    const struct cred *cred = walk->env->cred;
    const struct inode *dir = walk->dir;
    int error = inode_permission(dir, cred, W_OK);

    if (error < 0)
        return error;
    /* In a sticky directory such as /tmp: inode(7). */
    if ((dir->mode & S_ISVTX) && !cred_is_root(cred) &&
        cred->euid != victim->uid && cred->euid != dir->uid)
        return -EPERM;
    if (is_dir && !S_ISDIR(victim->mode))
        return -ENOTDIR;
    if (!is_dir && S_ISDIR(victim->mode))
        return -EISDIR;
    return mount_up(victim) != victim ? -EBUSY : 0;
}

/* Whether WALK's name can be created: nothing has it yet, and only a directory's
 * may be followed by slashes. */
static int name_may_create(struct walk *walk, bool is_dir)
{
    struct inode *found;

    if (walk->kind != WALK_NAME)
        return -EEXIST;
    int error = walk_lookup(walk, &found);
    if (error < 0)
        return error;
    if (found) {
        inode_put(found);
        return -EEXIST;
    }
    if (walk->needs_dir && !is_dir)
        return -ENOENT;
    return walk_may_create(walk);
}

/* ---- Making names ------------------------------------------------------------- */

/* Makes a directory, or a symbolic link to TARGET: MODE has the type. */
static int path_create(const struct path_env *env, const char *path,
                       mode_t mode, const char *target)
{
    struct walk walk;
    struct inode *inode = NULL;
    int error = walk_start(&walk, env, path);

    if (error == 0)
        error = name_may_create(&walk, S_ISDIR(mode));
    if (error == 0)
        error = walk.dir->ops->create(walk.dir, walk.name, mode, target,
                                      env->cred, &inode);
    inode_put(inode);
    walk_end(&walk);
    return error;
}

int path_mkdir(const struct path_env *env, const char *path, mode_t mode)
{
    return path_create(env, path, S_IFDIR | (mode & MODE_DIR & ~env->umask),
                       NULL);
}

int path_symlink(const struct path_env *env, const char *target,
                 const char *path)
{
    if (*target == '\0')
        return -ENOENT;
    return path_create(env, path, S_IFLNK | S_IRWXU | S_IRWXG | S_IRWXO,
                       target);
}

int path_link(const struct path_env *env, const char *from, const char *to)
{
    struct walk walk;
    struct inode *inode;
    int error = path_resolve(env, from, PATH_NOFOLLOW, &inode);

    if (error < 0)
        return error;
    error = walk_start(&walk, env, to);
    if (error == 0)
        error = name_may_create(&walk, false);
    if (error == 0 && walk.dir->mount != inode->mount)
        error = -EXDEV;
    if (error == 0 && S_ISDIR(inode->mode))
        error = -EPERM;
    if (error == 0)
        error = walk.dir->ops->link(walk.dir, walk.name, inode);
    walk_end(&walk);
    inode_put(inode);
    return error;
}

/* ---- Removing names ------------------------------------------------------------ */

/* Removes a directory's name, or any other's. */
static int path_remove(const struct path_env *env, const char *path,
                       bool is_dir)
{
    static const int not_a_name[] = {
        [WALK_DOT] = -EINVAL, [WALK_DOTDOT] = -ENOTEMPTY, [WALK_ROOT] = -EBUSY
    };
    struct walk walk;
    struct inode *victim = NULL;
    int error = walk_start(&walk, env, path);

    if (error == 0 && walk.kind != WALK_NAME)
        error = is_dir ? not_a_name[walk.kind] : -EISDIR;
    if (error == 0)
        error = walk_lookup(&walk, &victim);
    if (error == 0 && !victim)
        error = -ENOENT;
    if (error == 0 && walk.needs_dir && !is_dir)
        error = S_ISDIR(victim->mode) ? -EISDIR : -ENOTDIR;
    if (error == 0)
        error = name_may_remove(&walk, victim, is_dir);
    if (error == 0)
        error = walk.dir->ops->unlink
                    ? walk.dir->ops->unlink(walk.dir, walk.name, victim)
                    : -EPERM;
    inode_put(victim);
    walk_end(&walk);
    return error;
}

int path_unlink(const struct path_env *env, const char *path)
{
    return path_remove(env, path, false);
}

int path_rmdir(const struct path_env *env, const char *path)
{
    return path_remove(env, path, true);
}

/* ---- Renaming ------------------------------------------------------------------- */

/* One rename: where from, where to, and what is there. */
struct renaming {
    struct walk from, to;
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

/* Finds both parents and what the two names mean now. */
static int renaming_find(struct renaming *r, const struct path_env *env,
                         const char *from, const char *to)
{
    int error = walk_start(&r->from, env, from);
    if (error == 0)
        error = walk_start(&r->to, env, to);
    if (error < 0)
        return error;
    if (r->from.dir->mount != r->to.dir->mount)
        return -EXDEV;
    if (r->from.kind != WALK_NAME || r->to.kind != WALK_NAME)
        return -EBUSY;

    error = walk_lookup(&r->from, &r->inode);
    if (error == 0)
        error = r->inode ? walk_lookup(&r->to, &r->old) : -ENOENT;
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

int path_rename(const struct path_env *env, const char *from, const char *to)
{
    struct renaming r = { .inode = NULL };
    int error = renaming_find(&r, env, from, to);

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
