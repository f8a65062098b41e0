/* SPDX-License-Identifier: MIT */
/*
 * The directory /dev: a list of devices, each an inode that the driver's file
 * operations belong to.
 *
 * Drivers register at boot and stay; nothing can be created or removed later.
 * Called through struct inode_ops by fs/path.c.  Owns the list.
 * Read next: fs/memdev.c, then tty/console.c.
 */
#include "fs/devfs.h"

#include <asm/dirent.h>
#include <tine/errno.h>

#include "fs/memdev.h"
#include "fs/mount.h"
#include "lib/panic.h"
#include "lib/string.h"
#include "mm/kmalloc.h"

struct devfs_node {
    struct inode inode; /* one reference is the list's: never released */
    struct list link;
    const char *name;
    void *data;
};

static KIND_DEFINE(devfs_kind, "device", struct devfs_node);
static struct list devfs_nodes = LIST_INIT(devfs_nodes);
static struct inode devfs_root;

#define FIRST_POSITION 2 /* after "." and ".." */

static int devfs_lookup(struct inode *dir, const char *name, struct inode **out)
{
    (void)dir;
    LIST_FOR_EACH(node, &devfs_nodes, struct devfs_node, link) {
        if (strcmp(node->name, name) == 0) {
            *out = &node->inode;
            inode_get(*out);
            return 0;
        }
    }
    return -ENOENT;
}

static int devfs_readdir(struct file *file, struct dir_emitter *emitter)
{
    loff_t position = FIRST_POSITION;

    if (!dir_emit_dots(file, emitter))
        return 0;
    LIST_FOR_EACH(node, &devfs_nodes, struct devfs_node, link) {
        if (position++ < file->offset)
            continue;
        if (!emitter->emit(emitter, node->name, strlen(node->name),
                           node->inode.ino, DT_CHR, position))
            break;
        file->offset = position;
    }
    return 0;
}

static void devfs_release(struct inode *inode)
{
    panic("the device inode %lu lost its last reference", inode->ino);
}

static const struct inode_ops devfs_dir_ops = {
    .lookup = devfs_lookup,
    .release = devfs_release,
};

static const struct inode_ops devfs_node_ops = {
    .release = devfs_release,
};

static const struct file_ops devfs_dir_file_ops = {
    .seek = file_seek_inode,
    .readdir = devfs_readdir,
};

void devfs_register(const char *name, mode_t mode, unsigned int rdev,
                    const struct file_ops *ops, void *data)
{
    struct devfs_node *node = kind_alloc(&devfs_kind);
    if (!node)
        panic("no memory for the device %s", name);
    inode_setup(&node->inode, S_IFCHR | mode, &cred_root, &devfs_node_ops, ops);
    node->inode.mount = devfs_root.mount;
    node->inode.nlink = 1;
    node->inode.rdev = rdev;
    node->name = name;
    node->data = data;
    list_add_tail(&devfs_nodes, &node->link);
}

void *devfs_data(const struct inode *inode)
{
    return LIST_ENTRY(inode, struct devfs_node, inode)->data;
}

void devfs_init(void)
{
    const mode_t mode = S_IRWXU | S_IRGRP | S_IXGRP | S_IROTH | S_IXOTH;

    inode_setup(&devfs_root, S_IFDIR | mode, &cred_root, &devfs_dir_ops,
                &devfs_dir_file_ops);
    devfs_root.nlink = 2;
    mount_add("/dev", &devfs_root, "dev", "devfs");
    memdev_register();
}
