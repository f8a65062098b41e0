/* SPDX-License-Identifier: MIT */
/*
 * Path resolution: from a name to an inode.
 *
 * The walk goes from directory to directory without recursion: the text of a
 * symbolic link takes the place of its name, in front of what is still to go.
 * Called in process context with a path in kernel memory; nothing is changed.
 * Invariant: a walk holds one reference, on the directory where it stands.
 * Read next: fs/namei.c, which creates, removes and renames.
 */
#include <asm/fcntl.h>
#include <tine/errno.h>

#include "fs/mount.h"
#include "fs/walk.h"
#include "lib/string.h"
#include "mm/frame.h"

const struct path_env path_env_kernel = { .cred = &cred_root };

/* Where "/" is for this walk. */
static struct inode *walk_root(const struct walk *walk)
{
    return walk->env->root ? walk->env->root : mount_root();
}

/* Takes the next component off the rest. Errors: -ENAMETOOLONG. */
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
    *out = mount_down(found);
    inode_get(*out);
    inode_put(found);
    return 0;
}

/* Puts the text of LINK in the place of the component, before the rest. */
static int walk_replace(struct walk *walk, struct inode *link)
{
    size_t rest_size = strlen(walk->rest) + 1;

    if (++walk->links > SYMLOOP_MAX)
        return -ELOOP;
    if (!walk->text && !(walk->text = frame_alloc()))
        return -ENOMEM;
    /* The rest makes room at the end of the frame, and then comes back. */
    char *text = frame_to_virt(walk->text);
    size_t room = PATH_MAX - rest_size;
    memmove(text + room, walk->rest, rest_size);
    long len = link->ops->readlink(link, text, room);
    if (len <= 0)
        return len < 0 ? (int)len : -ENOENT;
    if ((size_t)len == room && (walk->needs_dir || link->size != len))
        return -ENAMETOOLONG;
    if (walk->needs_dir)
        text[len++] = '/';
    memmove(text + len, text + room, rest_size);
    walk->rest = text;
    if (*text == '/') {
        inode_put(walk->dir);
        walk->dir = walk_root(walk);
        inode_get(walk->dir);
    }
    return 0;
}

/* Goes on from the link *INODE, whose reference is given back: to what it leads to,
 * or with its text, and *INODE is then NULL. */
static int walk_follow(struct walk *walk, struct inode **inode)
{
    struct inode *link = *inode;

    *inode = NULL;
    int error = link->ops->follow ? link->ops->follow(link, inode)
                                  : walk_replace(walk, link);
    inode_put(link);
    return error;
}

/* Goes on until the rest is one last component. */
static int walk_parent(struct walk *walk)
{
    for (;;) {
        int error = walk_next_name(walk);
        if (error < 0)
            return error;
        if (walk->kind != WALK_ROOT) {
            error = inode_may_search(walk->dir, walk->env->cred);
            if (error < 0)
                return error;
        }
        if (*walk->rest == '\0')
            return 0;

        struct inode *next;
        error = walk_lookup(walk, &next);
        if (error < 0)
            return error;
        if (!next)
            return -ENOENT;
        if (S_ISLNK(next->mode))
            error = walk_follow(walk, &next);
        if (error < 0)
            return error;
        if (next) {
            inode_put(walk->dir);
            walk->dir = next;
        }
    }
}

int walk_start(struct walk *walk, const struct path_env *env, const char *path)
{
    walk->env = env;
    walk->rest = path;
    walk->text = 0;
    walk->links = 0;
    walk->dir = *path == '/' || !env->base ? walk_root(walk) : env->base;
    inode_get(walk->dir);
    return *path == '\0' ? -ENOENT : walk_parent(walk);
}

void walk_end(struct walk *walk)
{
    inode_put(walk->dir);
    if (walk->text)
        frame_put(walk->text);
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
