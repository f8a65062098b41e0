/* SPDX-License-Identifier: MIT */
/*
 * The mount table; see fs/mount.h.
 *
 * Owns the list of mounts.  Filled at boot, read by path resolution and by
 * /proc/mounts.  Invariant: point->mounted is the mount and root->mount is too.
 * Read next: fs/path.c, fs/ramfs.c.
 */
#include "fs/mount.h"

#include "fs/path.h"
#include "lib/panic.h"
#include "mm/kmalloc.h"

static KIND_DEFINE(mount_kind, "mount", struct mount);

#define MOUNT_DIR_MODE (S_IFDIR | 0755)

struct list mounts = LIST_INIT(mounts);

static struct inode *root_dir;

void mount_add(const char *path, struct inode *root, const char *source,
               const char *type, unsigned int magic)
{
    static unsigned int last_device;
    struct mount *mount = kind_alloc(&mount_kind);
    if (!mount || !root)
        panic("no memory to mount %s on %s", type, path);
    mount->root = root;
    mount->type = type;
    mount->magic = magic;
    mount->source = source;
    mount->path = path;
    mount->device = device_number(0, ++last_device);
    root->mount = mount;

    if (!root_dir) {
        root_dir = root;
    } else {
        int error = path_create(&path_env_kernel, path, MOUNT_DIR_MODE, NULL, 0);
        if (error == 0 || error == -EEXIST)
            error = path_resolve(&path_env_kernel, path, PATH_FOLLOW,
                                 &mount->point);
        if (error < 0 || !S_ISDIR(mount->point->mode))
            panic("%s is no directory to mount %s on", path, type);
        mount->point->mounted = mount;
    }
    list_add_tail(&mounts, &mount->link);
}

struct inode *mount_root(void)
{
    return root_dir;
}

struct inode *mount_down(struct inode *inode)
{
    while (inode->mounted)
        inode = inode->mounted->root;
    return inode;
}

struct inode *mount_up(struct inode *inode)
{
    while (inode->mount && inode->mount->root == inode && inode->mount->point)
        inode = inode->mount->point;
    return inode;
}
