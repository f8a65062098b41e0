/* SPDX-License-Identifier: MIT */
/*
 * The initial RAM disk: unpacking the archive that the boot loader put into
 * memory.
 *
 * Runs once, at boot, when the root is an empty directory.  What is unpacked is
 * given back at once, so the archive and its contents never need memory twice.
 * Invariant: everything below released_to has been given back.
 * Read next: fs/ustar.c.
 */
#include "fs/initrd.h"

#include <asm/limits.h>
#include <tine/errno.h>

#include "fs/file.h"
#include "fs/mount.h"
#include "fs/path.h"
#include "fs/ustar.h"
#include "lib/panic.h"
#include "lib/printf.h"
#include "lib/string.h"
#include "mm/frame.h"

/* The mode of a directory that the archive does not list. */
#define MODE_MADE_DIR (S_IFDIR | 0755u)

/* Makes every missing directory above PATH, which is changed and put right. */
static int initrd_make_parents(char *path)
{
    for (char *slash = strchr(path, '/'); slash;
         slash = strchr(slash + 1, '/')) {
        if (slash == path)
            continue;
        *slash = '\0';
        int error = path_create(&path_env_kernel, path, MODE_MADE_DIR, NULL, 0);
        *slash = '/';
        /* "." and ".." are there as well. */
        if (error < 0 && error != -EEXIST)
            return error;
    }
    return 0;
}

/* Gives INODE the attributes that the archive states. */
static void initrd_set_attributes(struct inode *inode,
                                  const struct ustar_entry *entry)
{
    inode->mode = (inode->mode & S_IFMT) | entry->mode;
    inode->uid = entry->uid;
    inode->gid = entry->gid;
    inode->mtime = (struct timespec){ .tv_sec = (time_t)entry->mtime };
    inode->atime = inode->mtime;
    inode->ctime = inode->mtime;
}

static int initrd_make_file(const struct ustar_entry *entry,
                            const char *contents)
{
    struct file *file;
    int error = path_open(&path_env_kernel, entry->path, O_WRONLY | O_CREAT,
                          entry->mode, &file);
    if (error < 0)
        return error;
    error = inode_append(file->inode, contents, entry->size);
    initrd_set_attributes(file->inode, entry);
    file_put(file);
    return error;
}

static int initrd_make_dir(const struct ustar_entry *entry)
{
    struct inode *inode;
    int error = path_create(&path_env_kernel, entry->path, S_IFDIR | entry->mode, NULL, 0);
    if (error < 0 && error != -EEXIST)
        return error;
    error = path_resolve(&path_env_kernel, entry->path, PATH_FOLLOW, &inode);
    if (error < 0)
        return error;
    if (!S_ISDIR(inode->mode))
        error = -ENOTDIR;
    else if (mount_up(inode) == inode) /* what is mounted on it stays its own */
        initrd_set_attributes(inode, entry);
    inode_put(inode);
    return error;
}

static int initrd_make(const struct ustar_entry *entry, const char *contents)
{
    int error = initrd_make_parents(entry->path);
    if (error < 0)
        return error;
    if (entry->type == USTAR_DIR)
        return initrd_make_dir(entry);
    if (entry->type != USTAR_FILE && entry->type != USTAR_SYMLINK &&
        entry->type != USTAR_HARD_LINK) {
        klog("initrd: %s is no file, directory or link: left out\n",
             entry->path);
        return 0;
    }
    /* A later entry replaces an earlier one. */
    error = path_remove(&path_env_kernel, entry->path, false);
    if (error < 0 && error != -ENOENT)
        return error;
    if (entry->type == USTAR_FILE)
        return initrd_make_file(entry, contents);
    if (entry->type == USTAR_SYMLINK)
        return path_create(&path_env_kernel, entry->path, S_IFLNK | S_IRWXU,
                           entry->link, 0);
    struct inode *inode;
    error = path_resolve(&path_env_kernel, entry->link, PATH_NOFOLLOW, &inode);
    if (error == 0)
        error = path_link(inode, &path_env_kernel, entry->path);
    inode_put(inode);
    return error;
}

/* Gives back the archive's whole frames in [*FROM, TO) and moves *FROM. */
static void initrd_release(paddr_t *from, paddr_t to)
{
    to = ROUND_DOWN(to, PAGE_SIZE);
    if (to > *from) {
        frame_release_range(*from, to);
        *from = to;
    }
}

void initrd_unpack(paddr_t start, paddr_t end)
{
    const char *bytes = frame_to_virt(start);
    paddr_t released_to = ROUND_UP(start, PAGE_SIZE);
    paddr_t path = frame_alloc();
    paddr_t link = frame_alloc();
    if (!path || !link)
        panic("no memory to unpack the initial RAM disk");

    struct ustar_entry entry = { .path = frame_to_virt(path),
                                 .link = frame_to_virt(link) };
    unsigned int count = 0;
    long offset = 0;
    long next;
    while ((next = ustar_next(bytes, end - start, (size_t)offset, &entry)) >
           0) {
        int error = initrd_make(&entry, bytes + entry.data);
        if (error < 0)
            klog("initrd: %s could not be unpacked: error %d\n", entry.path,
                 -error);
        else
            count++;
        offset = next;
        initrd_release(&released_to, start + (paddr_t)offset);
    }
    if (next < 0)
        klog("initrd: the archive is damaged at byte %ld: %s; "
             "%u entries before that were unpacked\n",
             offset, entry.error, count);
    initrd_release(&released_to, ROUND_UP(end, PAGE_SIZE));
    frame_put(path);
    frame_put(link);
}
