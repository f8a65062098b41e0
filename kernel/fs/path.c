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

int walk_start(struct walk *walk, const struct path_env *env,
               struct inode *base, const char *path)
{
    walk->env = env;
    walk->rest = path;
    walk->text = 0;
    walk->links = 0;
    walk->needs_dir = false;
    if (*path == '/')
        walk->dir = mount_root();
    else if (base)
        walk->dir = base;
    else
        walk->dir = env->workdir ? env->workdir->cwd : mount_root();
    inode_get(walk->dir);
    return *path == '\0' ? -ENOENT : 0;
}

void walk_end(struct walk *walk)
{
    inode_put(walk->dir);
    if (walk->text)
        frame_put(walk->text);
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

    if (walk->kind == WALK_NAME) {
        int error = walk->dir->ops->lookup(walk->dir, walk->name, &found);
        if (error < 0)
            return error;
        struct inode *below = mount_down(found);
        inode_get(below);
        inode_put(found);
        *out = below;
        return 0;
    }
    if (walk->kind == WALK_DOTDOT) {
        found = mount_up(found);
        if (found->parent)
            found = found->parent;
        found = mount_down(found);
    }
    inode_get(found);
    *out = found;
    return 0;
}

int walk_follow(struct walk *walk, struct inode *link)
{
    size_t rest_len = strlen(walk->rest);
    bool needs_slash = walk->needs_dir || rest_len > 0;
    int error = -ELOOP;
    paddr_t frame = 0;

    if (++walk->links > SYMLOOP_MAX)
        goto put_link;
    error = -ENOMEM;
    frame = frame_alloc();
    if (!frame)
        goto put_link;

    char *text = frame_to_virt(frame);
    long len = link->ops->readlink(link, text, PATH_MAX);
    error = (int)len;
    if (len < 0)
        goto put_link;
    error = -ENOENT;
    if (len == 0)
        goto put_link;
    error = -ENAMETOOLONG;
    if ((size_t)len + needs_slash + rest_len >= PATH_MAX)
        goto put_link;
    if (needs_slash)
        text[len++] = '/';
    memcpy(text + len, walk->rest, rest_len + 1);

    if (*text == '/') {
        inode_put(walk->dir);
        walk->dir = mount_root();
        inode_get(walk->dir);
    }
    walk->rest = text;
    if (walk->text)
        frame_put(walk->text);
    walk->text = frame;
    frame = 0;
    error = 0;
put_link:
    inode_put(link);
    if (frame)
        frame_put(frame);
    return error;
}

int walk_parent(struct walk *walk)
{
    for (;;) {
        int error = walk_next_name(walk);
        if (error < 0)
            return error;
        if (walk->kind != WALK_ROOT) {
            if (!S_ISDIR(walk->dir->mode))
                return -ENOTDIR;
            error = inode_permission(walk->dir, walk->env->cred, X_OK);
            if (error < 0)
                return error;
        }
        if (*walk->rest == '\0')
            return 0;

        struct inode *next;
        error = walk_lookup(walk, &next);
        if (error < 0)
            return error;
        if (S_ISLNK(next->mode)) {
            error = walk_follow(walk, next);
            if (error < 0)
                return error;
        } else {
            inode_put(walk->dir);
            walk->dir = next;
        }
    }
}

/* Walks to the end; the last directory and name stay in WALK. */
static int walk_resolve(struct walk *walk, enum path_last last,
                        struct inode **out)
{
    for (;;) {
        int error = walk_parent(walk);
        if (error < 0)
            return error;
        error = walk_lookup(walk, out);
        if (error < 0)
            return error;
        if (!S_ISLNK((*out)->mode))
            break;
        if (last == PATH_NOFOLLOW && !walk->needs_dir)
            return 0;
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

int path_resolve(const struct path_env *env, struct inode *base,
                 const char *path, enum path_last last, struct inode **out)
{
    struct walk walk;
    int error = walk_start(&walk, env, base, path);
    if (error == 0)
        error = walk_resolve(&walk, last, out);
    walk_end(&walk);
    return error;
}

int path_may_chdir(const struct path_env *env, struct inode *dir)
{
    if (!S_ISDIR(dir->mode))
        return -ENOTDIR;
    return inode_permission(dir, env->cred, X_OK);
}

int path_canonical(const struct path_env *env, const char *path, char *buf,
                   size_t size)
{
    struct walk walk;
    struct inode *inode = NULL;
    int len = walk_start(&walk, env, NULL, path);
    if (len == 0)
        len = walk_resolve(&walk, PATH_FOLLOW, &inode);
    if (len == 0 && S_ISDIR(inode->mode)) {
        len = path_of_dir(inode, buf, size);
    } else if (len == 0) {
        len = path_of_dir(walk.dir, buf, size);
        if (len >= 0) {
            size_t end = (size_t)len - 1; /* where the NUL is */
            if (end > 1)
                end += strlcpy(buf + end, "/", size - end);
            end += strlcpy(buf + end, walk.name, size - MIN(end, size));
            len = end < size ? (int)end + 1 : -ERANGE;
        }
    }
    inode_put(inode);
    walk_end(&walk);
    return len;
}
