/* SPDX-License-Identifier: MIT */
/*
 * Root and working directory: where paths start, and the umask, as one
 * counted object that fork copies and clone(CLONE_FS) shares.
 *
 * Here also: from an inode back to its path.
 */
#include "fs/mount.h"
#include "fs/path.h"
#include "lib/printf.h"
#include "lib/refs.h"
#include "lib/string.h"
#include "mm/kmalloc.h"

static KIND_DEFINE(workdir_kind, "workdir", struct workdir);

#define UMASK_DEFAULT 022

struct workdir *workdir_alloc(void)
{
    const struct workdir first = { .root = mount_root(), .cwd = mount_root(),
                                   .umask = UMASK_DEFAULT };
    return workdir_copy(&first);
}

struct workdir *workdir_copy(const struct workdir *from)
{
    struct workdir *workdir = kind_alloc(&workdir_kind);
    if (!workdir)
        return NULL;
    *workdir = *from;
    workdir->refs = 1;
    inode_get(workdir->root);
    inode_get(workdir->cwd);
    return workdir;
}

void workdir_put(struct workdir *workdir)
{
    if (!REFS_PUT(workdir))
        return;
    inode_put(workdir->root);
    inode_put(workdir->cwd);
    kind_free(workdir);
}

/* Puts TEXT in front of what stands in BUF from *START on. */
static int text_prepend(char *buf, size_t *start, const char *text)
{
    size_t len = strlen(text);

    if (len > *start)
        return -ERANGE;
    *start -= len;
    memcpy(buf + *start, text, len);
    return 0;
}

int path_of_dir(struct inode *root, struct inode *dir, const char *outside,
                char *buf, size_t size)
{
    char name[1 + NAME_MAX + 1] = "/";
    size_t start = size - 1;
    struct inode *top;

    if (size < sizeof("/"))
        return -ERANGE;
    buf[start] = '\0';
    while ((top = dir == root ? dir : mount_up(dir)) != root && top->parent) {
        dir = top->parent;
        int error = dir->ops->name_of(dir, top, name + 1, NAME_MAX + 1);
        if (error == 0)
            error = text_prepend(buf, &start, name);
        if (error < 0)
            return error;
    }
    if (buf[start] == '\0')
        buf[--start] = '/';
    int error = text_prepend(buf, &start, top == root ? "" : outside);
    if (error < 0)
        return error;
    memmove(buf, buf + start, size - start);
    return (int)(size - start);
}

long path_of_inode(struct inode *root, struct inode *inode, char *buf,
                   size_t size)
{
    if (!inode->mount && S_ISFIFO(inode->mode))
        return snprintf(buf, size, "pipe:[%lu]", inode->ino);
    int len = -ENOENT;
    if (inode->parent || inode == mount_root() || mount_up(inode) != inode)
        len = path_of_dir(root, inode, "", buf, size);
    if (len == -ENOENT) /* its name has gone with it */
        return snprintf(buf, size, "/ (deleted)");
    if (len > 0 && inode->nlink == 0)
        len += snprintf(buf + len - 1, size - (size_t)len + 1, " (deleted)");
    return len - 1;
}

long path_of_link(struct inode *root, struct inode *link, char *buf, size_t size)
{
    struct inode *target;
    const char *text = NULL;
    int error = link->ops->follow(link, &text, &target);

    if (error < 0)
        return error;
    if (text)
        return snprintf(buf, size, "%s", text);
    long len = path_of_inode(root, target, buf, size);
    inode_put(target);
    return len;
}
