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

#include "fs/file.h"
#include "fs/mount.h"
#include "fs/path.h"
#include "fs/ustar.h"
#include "lib/panic.h"
#include "lib/printf.h"
#include "lib/string.h"
#include "mm/frame.h"
#include "mm/kmalloc.h"

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
    inode->mtime = (struct timespec64){ .tv_sec = entry->mtime };
    inode->atime = inode->mtime;
    inode->ctime = inode->mtime;
}

/* Fills what ENTRY names, which is there by now. */
static int initrd_fill(const struct ustar_entry *entry, mode_t mode,
                       const char *contents)
{
    struct inode *inode;
    int error = path_resolve(&path_env_kernel, entry->path,
                             S_ISDIR(mode) ? PATH_FOLLOW : PATH_NOFOLLOW, &inode);
    if (error < 0)
        return error;
    if (S_ISREG(mode))
        error = inode_append(inode, contents, entry->size);
    else if (S_ISDIR(mode) && !S_ISDIR(inode->mode))
        error = -ENOTDIR;
    if (error == 0 && mount_up(inode) == inode) /* what is mounted stays its own */
        initrd_set_attributes(inode, entry);
    inode_put(inode);
    return error;
}

static int initrd_make_link(const struct ustar_entry *entry)
{
    struct inode *inode;
    int error = path_resolve(&path_env_kernel, entry->link, PATH_NOFOLLOW, &inode);
    if (error == 0)
        error = path_link(inode, &path_env_kernel, entry->path);
    inode_put(inode);
    return error;
}

static int initrd_make(const struct ustar_entry *entry, const char *contents)
{
    static const mode_t types[] = {
        [USTAR_FILE] = S_IFREG, [USTAR_HARD_LINK] = S_IFREG,
        [USTAR_SYMLINK] = S_IFLNK, [USTAR_DIR] = S_IFDIR,
    };
    mode_t type = entry->type < ARRAY_LEN(types) ? types[entry->type] : 0;
    int error = initrd_make_parents(entry->path);

    if (error == 0 && type == 0)
        klog("initrd: %s is no file, directory or link: left out\n", entry->path);
    if (error < 0 || type == 0)
        return error;
    if (type != S_IFDIR) /* a later entry replaces an earlier one */
        error = path_remove(&path_env_kernel, entry->path, false);
    if (error < 0 && error != -ENOENT)
        return error;
    if (entry->type == USTAR_HARD_LINK)
        return initrd_make_link(entry);
    error = path_create(&path_env_kernel, entry->path, type | entry->mode,
                        type == S_IFLNK ? entry->link : NULL, 0);
    if (error < 0 && !(type == S_IFDIR && error == -EEXIST))
        return error;
    return initrd_fill(entry, type, contents);
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
    struct ustar_entry entry = { .path = kmalloc(USTAR_PATH_MAX),
                                 .link = kmalloc(USTAR_PATH_MAX) };
    unsigned int count = 0;
    long offset = 0;
    long next;

    if (!entry.path || !entry.link)
        panic("no memory to unpack the initial RAM disk");
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
    kind_free(entry.path);
    kind_free(entry.link);
}
