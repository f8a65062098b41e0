/* SPDX-License-Identifier: MIT */
/*
 * The calls that make and remove names: mkdir, mknod, symlink, link, rmdir,
 * unlink.
 *
 * Each walks to the parent directory, checks what POSIX and Linux check, in
 * Linux's order, and then lets the file system do it.  Called in process context
 * with paths in kernel memory.
 * Read next: fs/rename.c, then fs/ramfs.c, which does it.
 */
#include <asm/fcntl.h>

#include "fs/mount.h"
#include "fs/devfs.h"
#include "fs/walk.h"

#define MODE_DIR 01777u  /* what mkdir(2) takes of its mode */
#define MODE_FILE 07777u /* and mknod(2) */

/* ---- Checks ----------------------------------------------------------------- */

int name_may_remove(const struct walk *walk, struct inode *victim, bool is_dir)
{
    const struct cred *cred = walk->env->cred;
    const struct inode *dir = walk->dir;
    int error = inode_permission(dir, cred, W_OK);

    if (error < 0)
        return error;
    /* In a sticky directory such as /tmp: inode(7). */
    if ((dir->mode & S_ISVTX) && !cred_can(cred, CAP_FOWNER) &&
        cred->fsuid != victim->uid && cred->fsuid != dir->uid)
        return -EPERM;
    if (is_dir && !S_ISDIR(victim->mode))
        return -ENOTDIR;
    if (!is_dir && S_ISDIR(victim->mode))
        return -EISDIR;
    if (dir->mount->is_fixed)
        return -EPERM;
    return mount_up(victim) != victim ? -EBUSY : 0;
}

/* Whether WALK's name is to be had: nothing has it yet, and only a directory's may
 * be followed by slashes. */
static int name_is_free(struct walk *walk, bool is_dir)
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
    return walk->needs_dir && !is_dir ? -ENOENT : 0;
}

/* ---- Making names ------------------------------------------------------------- */

int path_create(const struct path_env *env, const char *path, mode_t mode,
                const char *target, unsigned int rdev)
{
    struct walk walk;
    struct inode *inode = NULL;
    bool is_device = S_ISCHR(mode) || S_ISBLK(mode);
    int error = walk_start(&walk, env, path);

    if (error == 0)
        error = name_is_free(&walk, S_ISDIR(mode));
    if (error == 0)
        error = walk_may_create(&walk);
    /* A character device of number 0 only says that a name is gone: anybody may. */
    if (error == 0 && is_device && (S_ISBLK(mode) || rdev != 0) &&
        !cred_can(env->cred, CAP_MKNOD))
        error = -EPERM;
    if (!target) /* a symbolic link's mode is what it is */
        mode &= S_IFMT | ((S_ISDIR(mode) ? MODE_DIR : MODE_FILE) & ~env->umask);
    if (error == 0)
        error = walk.dir->ops->create(walk.dir, walk.name, mode, target,
                                      env->cred, &inode);
    if (error == 0 && is_device) {
        inode->rdev = rdev;
        devfs_attach(inode);
    }
    inode_put(inode);
    walk_end(&walk);
    return error;
}

/* A stranger may only link what he could change and what lends nobody's identity:
 * proc(5), protected_hardlinks. */
static bool inode_may_link(const struct inode *inode, const struct cred *cred)
{
    const mode_t lends_group = S_ISGID | S_IXGRP;

    return inode_is_owner(inode, cred) ||
           (S_ISREG(inode->mode) && !(inode->mode & S_ISUID) &&
            (inode->mode & lends_group) != lends_group &&
            inode_permission(inode, cred, R_OK | W_OK) == 0);
}

int path_link(struct inode *inode, const struct path_env *env, const char *path)
{
    struct walk walk;
    int error = walk_start(&walk, env, path);

    if (error == 0)
        error = name_is_free(&walk, false);
    if (error == 0 && walk.dir->mount != inode->mount)
        error = -EXDEV;
    if (error == 0 && !inode_may_link(inode, env->cred))
        error = -EPERM;
    if (error == 0)
        error = walk_may_create(&walk);
    if (error == 0 && S_ISDIR(inode->mode)) /* none has two names */
        error = -EPERM;
    if (error == 0)
        error = walk.dir->ops->link(walk.dir, walk.name, inode);
    walk_end(&walk);
    return error;
}

/* ---- Removing names ------------------------------------------------------------ */

int path_remove(const struct path_env *env, const char *path, bool is_dir)
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
