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

/* Whether names may be added to and removed from DIR. */
static int name_may_change(const struct walk *walk)
{
    return inode_permission(walk->dir, walk->env->cred, W_OK);
}

/* Whether the name of VICTIM may be removed from the directory of WALK. */
static int name_may_remove(const struct walk *walk, const struct inode *victim,
                           bool is_dir)
{
    const struct cred *cred = walk->env->cred;
    const struct inode *dir = walk->dir;
    int error = name_may_change(walk);

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
    return mount_up((struct inode *)victim) != victim ? -EBUSY : 0;
}

/*
 * Walks to where PATH's last component is to be created and checks that it does
 * not exist.  Only a directory's name may be followed by slashes.
 */
static int name_start_create(struct walk *walk, bool is_dir)
{
    struct inode *found;
    int error = walk_parent(walk);

    if (error < 0)
        return error;
    if (walk->kind != WALK_NAME)
        return -EEXIST;
    error = walk_lookup(walk, &found);
    if (error == 0) {
        inode_put(found);
        return -EEXIST;
    }
    if (error != -ENOENT)
        return error;
    if (walk->needs_dir && !is_dir)
        return -ENOENT;
    if (!walk->dir->ops->create)
        return -ENOENT;
    return name_may_change(walk);
}

/* ---- Making names ------------------------------------------------------------- */

int path_mkdir(const struct path_env *env, struct inode *base, const char *path,
               mode_t mode)
{
    struct walk walk;
    struct inode *dir;
    int error = walk_start(&walk, env, base, path);

    if (error == 0)
        error = name_start_create(&walk, true);
    if (error == 0) {
        mode &= MODE_DIR & ~(env->workdir ? env->workdir->umask : 0);
        error = walk.dir->ops->create(walk.dir, walk.name, S_IFDIR | mode,
                                      env->cred, &dir);
        if (error == 0)
            inode_put(dir);
    }
    walk_end(&walk);
    return error;
}

int path_symlink(const struct path_env *env, const char *target,
                 const char *path)
{
    struct walk walk;

    if (*target == '\0')
        return -ENOENT;
    int error = walk_start(&walk, env, NULL, path);
    if (error == 0)
        error = name_start_create(&walk, false);
    if (error == 0)
        error = walk.dir->ops->symlink(walk.dir, walk.name, target, env->cred);
    walk_end(&walk);
    return error;
}

int path_link(const struct path_env *env, const char *from, const char *to)
{
    struct walk walk;
    struct inode *inode;
    int error = path_resolve(env, NULL, from, PATH_NOFOLLOW, &inode);

    if (error < 0)
        return error;
    error = walk_start(&walk, env, NULL, to);
    if (error == 0)
        error = name_start_create(&walk, false);
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

int path_unlink(const struct path_env *env, struct inode *base,
                const char *path)
{
    struct walk walk;
    struct inode *victim = NULL;
    int error = walk_start(&walk, env, base, path);

    if (error == 0)
        error = walk_parent(&walk);
    if (error == 0 && walk.kind != WALK_NAME)
        error = -EISDIR;
    if (error == 0)
        error = walk_lookup(&walk, &victim);
    if (error == 0 && walk.needs_dir)
        error = S_ISDIR(victim->mode) ? -EISDIR : -ENOTDIR;
    if (error == 0)
        error = name_may_remove(&walk, victim, false);
    if (error == 0)
        error = walk.dir->ops->unlink
                    ? walk.dir->ops->unlink(walk.dir, walk.name, victim)
                    : -EPERM;
    inode_put(victim);
    walk_end(&walk);
    return error;
}

int path_rmdir(const struct path_env *env, struct inode *base, const char *path)
{
    static const int not_a_name[] = {
        [WALK_DOT] = -EINVAL, [WALK_DOTDOT] = -ENOTEMPTY, [WALK_ROOT] = -EBUSY
    };
    struct walk walk;
    struct inode *victim = NULL;
    int error = walk_start(&walk, env, base, path);

    if (error == 0)
        error = walk_parent(&walk);
    if (error == 0 && walk.kind != WALK_NAME)
        error = not_a_name[walk.kind];
    if (error == 0)
        error = walk_lookup(&walk, &victim);
    if (error == 0)
        error = name_may_remove(&walk, victim, true);
    if (error == 0)
        error = walk.dir->ops->rmdir
                    ? walk.dir->ops->rmdir(walk.dir, walk.name, victim)
                    : -EPERM;
    inode_put(victim);
    walk_end(&walk);
    return error;
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
static int renaming_find(struct renaming *r)
{
    int error = walk_parent(&r->from);
    if (error == 0)
        error = walk_parent(&r->to);
    if (error < 0)
        return error;
    if (r->from.dir->mount != r->to.dir->mount)
        return -EXDEV;
    if (r->from.kind != WALK_NAME || r->to.kind != WALK_NAME)
        return -EBUSY;

    error = walk_lookup(&r->from, &r->inode);
    if (error < 0)
        return error;
    error = walk_lookup(&r->to, &r->old);
    return error == -ENOENT ? 0 : error;
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
                       : name_may_change(&r->to);
    /* Its ".." changes. */
    if (error == 0 && is_dir && r->from.dir != r->to.dir)
        error = inode_permission(r->inode, r->from.env->cred, W_OK);
    return error;
}

int path_rename(const struct path_env *env, const char *from, const char *to)
{
    struct renaming r = { .inode = NULL, .old = NULL };
    int error = walk_start(&r.from, env, NULL, from);
    int to_error = walk_start(&r.to, env, NULL, to);

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
