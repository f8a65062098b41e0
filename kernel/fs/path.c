/* SPDX-License-Identifier: MIT */
/*
 * Path resolution: from a name to an inode.
 *
 * The walk goes from directory to directory without recursion: it notes in which
 * symbolic links it is, and what is to go behind each.
 * Called in process context with a path in kernel memory; nothing is changed.
 * Invariant: a walk holds a reference on the directory where it stands, and on
 * every link whose text it is in.
 * Read next: fs/namei.c, which creates, removes and renames.
 */
#include <asm/fcntl.h>

#include "fs/mount.h"
#include "fs/walk.h"
#include "lib/string.h"

const struct path_env path_env_kernel = { .cred = &cred_root };

/* Where "/" is for this walk. */
static struct inode *walk_root(const struct walk *walk)
{
    return walk->env->root ? walk->env->root : mount_root();
}

/* Puts WALK into DIR, and takes over a reference on it. */
static void walk_go(struct walk *walk, struct inode *dir)
{
    inode_put(walk->dir);
    walk->dir = dir;
}

/* Comes out of the text of the innermost link. */
static void walk_leave(struct walk *walk)
{
    walk->depth--;
    walk->rest = walk->inside[walk->depth].rest;
    inode_put(walk->inside[walk->depth].link);
}

/* Takes the next component off the rest, which is empty after the very last.
 * Errors: -ENAMETOOLONG. */
static int walk_next_name(struct walk *walk)
{
    const char *start = walk->rest;
    while (*start == '/')
        start++;
    const char *end = start;
    while (*end != '/' && *end != '\0')
        end++;

    size_t len = (size_t)(end - start);
    if (len > NAME_MAX)
        return -ENAMETOOLONG;
    memcpy(walk->name, start, len);
    walk->name[len] = '\0';

    walk->needs_dir = *end == '/';
    while (*end == '/')
        end++;
    walk->rest = end;
    while (*walk->rest == '\0' && walk->depth > 0)
        walk_leave(walk);
    if (*walk->rest == '\0')
        walk->needs_dir |= walk->link_needs_dir;

    if (len == 0)
        walk->kind = WALK_ROOT;
    else if (strcmp(walk->name, ".") == 0)
        walk->kind = WALK_DOT;
    else if (strcmp(walk->name, "..") == 0)
        walk->kind = WALK_DOTDOT;
    else
        walk->kind = WALK_NAME;
    return 0;
}

int walk_lookup(struct walk *walk, struct inode **out)
{
    struct inode *found = walk->dir;

    *out = NULL;
    if (walk->kind == WALK_NAME) {
        int error = walk->dir->ops->lookup(walk->dir, walk->name, &found);
        if (error < 0)
            return error == -ENOENT ? 0 : error;
    } else {
        if (walk->kind == WALK_DOTDOT && found != walk_root(walk)) {
            found = mount_up(found);
            if (found->parent)
                found = found->parent;
        }
        inode_get(found);
    }
    *out = inode_get(mount_down(found));
    inode_put(found);
    return 0;
}

/* Goes on from the link *INODE, whose reference is given back: to what it leads to,
 * or into its text, and *INODE is then NULL. */
static int walk_follow(struct walk *walk, struct inode **inode)
{
    struct inode *link = *inode;
    const char *text = NULL;
    int error = -ELOOP;

    *inode = NULL;
    if (walk->links++ < SYMLOOP_MAX)
        error = link->ops->follow(link, &text, inode);
    if (!text) {
        inode_put(link);
        return error;
    }
    if (*walk->rest == '\0')
        walk->link_needs_dir |= walk->needs_dir;
    walk->inside[walk->depth].link = link;
    walk->inside[walk->depth++].rest = walk->rest;
    walk->rest = text;
    if (*walk->rest == '/')
        walk_go(walk, inode_get(walk_root(walk)));
    return 0;
}

/* Goes on until the rest is one last component. */
static int walk_parent(struct walk *walk)
{
    for (;;) {
        int error = walk_next_name(walk);
        if (error == 0 && walk->kind != WALK_ROOT)
            error = inode_may_search(walk->dir, walk->env->cred);
        if (error < 0 || *walk->rest == '\0')
            return error;

        struct inode *next;
        error = walk_lookup(walk, &next);
        if (error == 0 && !next)
            error = -ENOENT;
        if (error == 0 && S_ISLNK(next->mode))
            error = walk_follow(walk, &next);
        if (error < 0)
            return error;
        if (next)
            walk_go(walk, next);
    }
}

int walk_start(struct walk *walk, const struct path_env *env, const char *path)
{
    walk->env = env;
    walk->rest = path;
    walk->links = walk->depth = 0;
    walk->link_needs_dir = false;
    walk->dir = inode_get(*path == '/' || !env->base ? walk_root(walk) : env->base);
    return *path == '\0' ? -ENOENT : walk_parent(walk);
}

void walk_end(struct walk *walk)
{
    while (walk->depth > 0)
        walk_leave(walk);
    inode_put(walk->dir);
}

int walk_resolve(struct walk *walk, enum path_last last, struct inode **out)
{
    for (;;) {
        int error = walk_lookup(walk, out);
        if (error < 0 || !*out || !S_ISLNK((*out)->mode))
            return error;
        if (last == PATH_NOFOLLOW && !walk->needs_dir)
            return 0;
        error = walk_follow(walk, out);
        if (error == 0 && *out)
            return 0;
        if (error == 0)
            error = walk_parent(walk);
        if (error < 0)
            return error;
    }
}

int walk_may_create(const struct walk *walk)
{
    if (!walk->dir->ops->create)
        return -ENOENT;
    int error = inode_permission(walk->dir, walk->env->cred, W_OK);
    return error == 0 && walk->dir->mount->is_fixed ? -EPERM : error;
}

int path_resolve(const struct path_env *env, const char *path,
                 enum path_last last, struct inode **out)
{
    struct walk walk;

    *out = NULL;
    int error = walk_start(&walk, env, path);
    if (error == 0)
        error = walk_resolve(&walk, last, out);
    if (error == 0 && !*out)
        error = -ENOENT;
    if (error == 0 && walk.needs_dir && !S_ISDIR((*out)->mode))
        error = -ENOTDIR;
    walk_end(&walk);
    if (error < 0) {
        inode_put(*out);
        *out = NULL;
    }
    return error;
}
