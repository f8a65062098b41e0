/* SPDX-License-Identifier: MIT */
/*
 * The RAM file system: directories, names and symbolic links.
 *
 * A directory is a list of entries, each with a name and a reference on an
 * inode.  An entry's position never changes and is never used again, so a
 * listing in progress survives creations and removals.  One hash of directories
 * and names finds an entry, however many there are.  An inode whose last name has
 * gone lives on until the last open file has.
 * Called through struct inode_ops by fs/namei.c and fs/path.c, which have checked
 * everything that does not depend on the file system.
 * Read next: fs/ramfs_data.c.
 */
#include "fs/ramfs.h"

#include <asm/statfs.h>

#include "fs/mount.h"
#include "fs/pipe.h"
#include "fs/ramfs_inode.h"
#include "lib/panic.h"
#include "lib/string.h"
#include "mm/frame.h"
#include "mm/kmalloc.h"

struct ramfs_entry {
    struct list link;     /* in u.dir.entries, by position */
    struct ramfs_entry *next; /* in the hash */
    struct inode *dir;    /* whose entry it is */
    struct inode *inode;  /* one reference */
    loff_t position;
    char name[];
};

static KIND_DEFINE(ramfs_kind, "inode", struct ramfs_inode);
static const struct inode_ops ramfs_inode_ops;

#define FIRST_POSITION 2 /* after "." and ".." */
#define NAME_TABLES 16u
#define NAME_BUCKETS (PAGE_SIZE / sizeof(struct ramfs_entry *)) /* in a table */
#define NAME_FACTOR 31u

static struct ramfs_entry **names[NAME_TABLES]; /* a frame each */

/* ---- Entries ------------------------------------------------------------------ */

/* Where the hash leads to the entry of NAME in DIR, or could: there is NULL then. */
static struct ramfs_entry **ramfs_entry_slot(const struct inode *dir,
                                             const char *name)
{
    uint32_t hash = dir->ino;

    for (const char *c = name; *c; c++)
        hash = hash * NAME_FACTOR + (unsigned char)*c;
    struct ramfs_entry **slot = &names[hash / NAME_BUCKETS % NAME_TABLES]
                                       [hash % NAME_BUCKETS];
    while (*slot && ((*slot)->dir != dir || strcmp((*slot)->name, name) != 0))
        slot = &(*slot)->next;
    return slot;
}

/* Adds the name NAME for INODE to DIR. Errors: -ENOMEM; -ENOENT DIR is removed. */
static int ramfs_entry_add(struct inode *dir, const char *name,
                           struct inode *inode)
{
    struct ramfs_inode *ri = ramfs_inode(dir);
    size_t size = strlen(name) + 1;

    if (dir->nlink == 0)
        return -ENOENT;
    struct ramfs_entry *entry = kmalloc(sizeof(*entry) + size);
    if (!entry)
        return -ENOMEM;
    memcpy(entry->name, name, size);
    entry->position = ri->u.dir.next_position++;
    entry->dir = dir;
    entry->inode = inode_get(inode);
    list_add_tail(&ri->u.dir.entries, &entry->link);
    entry->next = NULL;
    *ramfs_entry_slot(dir, name) = entry;
    inode_touch(dir, INODE_MTIME | INODE_CTIME);
    return 0;
}

static void ramfs_entry_remove(struct inode *dir, const char *name)
{
    struct ramfs_entry **slot = ramfs_entry_slot(dir, name), *entry = *slot;
    struct inode *inode = entry->inode;

    *slot = entry->next;
    if (ramfs_inode(dir)->u.dir.listed == &entry->link)
        ramfs_inode(dir)->u.dir.listed = entry->link.prev;
    list_remove(&entry->link);
    inode_touch(dir, INODE_MTIME | INODE_CTIME);
    if (inode->nlink == 0)
        ramfs_inode(inode)->gone = entry;
    else
        kind_free(entry);
    inode_put(inode);
}

/* A new inode that nothing names yet; TARGET is a symbolic link's. */
static struct inode *ramfs_inode_alloc(struct mount *mount, mode_t mode,
                                       const char *target,
                                       const struct cred *cred)
{
    size_t size = target ? strlen(target) + 1 : 0;
    struct ramfs_inode *ri = kind_alloc(&ramfs_kind);
    if (!ri)
        return NULL;
    if (target && !(ri->u.target = kmalloc(size))) {
        kind_free(ri);
        return NULL;
    }
    inode_setup(&ri->inode, mode, cred, &ramfs_inode_ops,
                S_ISDIR(mode)    ? &dir_file_ops
                : S_ISREG(mode)  ? &ramfs_file_ops
                : S_ISFIFO(mode) ? &fifo_file_ops
                                 : NULL);
    ri->inode.mount = mount;
    ri->inode.nlink = 1;
    if (S_ISDIR(mode)) {
        list_init(&ri->u.dir.entries);
        ri->u.dir.listed = &ri->u.dir.entries;
        ri->u.dir.next_position = FIRST_POSITION;
        ri->inode.nlink = 2;
    } else if (target) {
        memcpy(ri->u.target, target, size);
        ri->inode.size = (loff_t)size - 1;
    }
    return &ri->inode;
}

static void ramfs_release(struct inode *inode)
{
    struct ramfs_inode *ri = ramfs_inode(inode);
    if (S_ISREG(inode->mode))
        ramfs_data_free(ri);
    else if (S_ISLNK(inode->mode))
        kind_free(ri->u.target);
    kind_free(ri->gone);
    kind_free(ri);
}

/* ---- Operations on names --------------------------------------------------------- */

/* Where a file, which may have several names, was found last: for its path. */
static void ramfs_note_parent(struct inode *file, struct inode *dir)
{
    if (!S_ISDIR(file->mode))
        inode_replace(&file->parent, dir);
}

static int ramfs_lookup(struct inode *dir, const char *name, struct inode **out)
{
    struct ramfs_entry *entry = *ramfs_entry_slot(dir, name);
    if (!entry)
        return -ENOENT;
    *out = inode_get(entry->inode);
    ramfs_note_parent(*out, dir);
    return 0;
}

/* Puts DIR above CHILD, whose ".." counts as a link to DIR. */
static void ramfs_set_parent(struct inode *child, struct inode *dir)
{
    dir->nlink++;
    inode_replace(&child->parent, dir);
}

/* In a set-group-ID directory new files belong to its group: inode(7). */
static void ramfs_inherit_group(struct inode *inode, const struct inode *dir,
                                const struct cred *cred)
{
    if (!(dir->mode & S_ISGID))
        return;
    inode->gid = dir->gid;
    if (S_ISDIR(inode->mode))
        inode->mode |= S_ISGID;
    /* Nobody may lend a group that he is not in. */
    else if ((inode->mode & S_IXGRP) && !cred_can(cred, CAP_FSETID) &&
             !cred_has_group(cred, dir->gid))
        inode->mode &= ~(mode_t)S_ISGID;
}

static int ramfs_create(struct inode *dir, const char *name, mode_t mode,
                        const char *target, const struct cred *cred,
                        struct inode **out)
{
    struct inode *inode = ramfs_inode_alloc(dir->mount, mode, target, cred);
    if (!inode)
        return -ENOMEM;
    int error = ramfs_entry_add(dir, name, inode);
    if (error < 0) {
        inode_put(inode);
        return error;
    }
    ramfs_inherit_group(inode, dir, cred);
    if (S_ISDIR(mode))
        ramfs_set_parent(inode, dir);
    else
        ramfs_note_parent(inode, dir);
    *out = inode;
    return 0;
}

static int ramfs_follow(struct inode *link, const char **text, struct inode **out)
{
    (void)out;
    inode_touch(link, INODE_ATIME);
    *text = ramfs_inode(link)->u.target;
    return 0;
}

static int ramfs_link(struct inode *dir, const char *name, struct inode *inode)
{
    if (inode->nlink == 0)
        return -ENOENT;
    int error = ramfs_entry_add(dir, name, inode);
    if (error < 0)
        return error;
    inode->nlink++;
    inode_touch(inode, INODE_CTIME);
    return 0;
}

/* INODE has lost its name in DIR; a directory is then removed for good. */
static void ramfs_drop_link(struct inode *dir, struct inode *inode)
{
    if (S_ISDIR(inode->mode)) {
        inode->nlink = 0;
        dir->nlink--;
    } else {
        inode->nlink--;
    }
    inode_touch(inode, INODE_CTIME);
}

static bool ramfs_is_full_dir(struct inode *inode)
{
    return S_ISDIR(inode->mode) &&
           !list_is_empty(&ramfs_inode(inode)->u.dir.entries);
}

static int ramfs_unlink(struct inode *dir, const char *name,
                        struct inode *inode)
{
    if (ramfs_is_full_dir(inode))
        return -ENOTEMPTY;
    ramfs_drop_link(dir, inode);
    ramfs_entry_remove(dir, name);
    return 0;
}

static int ramfs_rename(struct inode *dir, const char *name,
                        struct inode *inode, struct inode *new_dir,
                        const char *new_name, struct inode *old)
{
    if (old) {
        if (ramfs_is_full_dir(old))
            return -ENOTEMPTY;
        /* No failure below: the entry stays and names another inode. */
        ramfs_drop_link(new_dir, old);
        inode_replace(&(*ramfs_entry_slot(new_dir, new_name))->inode, inode);
        inode_touch(new_dir, INODE_MTIME | INODE_CTIME);
    } else {
        int error = ramfs_entry_add(new_dir, new_name, inode);
        if (error < 0)
            return error;
    }
    ramfs_entry_remove(dir, name);
    inode_touch(inode, INODE_CTIME);
    if (S_ISDIR(inode->mode) && dir != new_dir) {
        ramfs_set_parent(inode, new_dir);
        dir->nlink--;
    }
    return 0;
}

static int ramfs_name_of(struct inode *dir, struct inode *child, char *name,
                         size_t size)
{
    const struct ramfs_entry *found = ramfs_inode(child)->gone;

    LIST_FOR_EACH(entry, &ramfs_inode(dir)->u.dir.entries, struct ramfs_entry,
                  link) {
        if (entry->inode == child)
            found = entry;
    }
    if (!found)
        return -ENOENT;
    return strlcpy(name, found->name, size) < size ? 0 : -ENAMETOOLONG;
}

static int ramfs_readdir(struct file *file, struct dir_emitter *emitter)
{
    struct ramfs_inode *ri = ramfs_inode(file->inode);
    struct list *entries = &ri->u.dir.entries, *link = ri->u.dir.listed;

    if (!dir_emit_dots(file, emitter))
        return 0;
    /* From where the last listing ended, if this one goes on there. */
    if (link == entries ||
        LIST_ENTRY(link, struct ramfs_entry, link)->position >= file->offset)
        link = entries;
    for (; link->next != entries; link = link->next) {
        const struct ramfs_entry *entry =
            LIST_FIRST(link, struct ramfs_entry, link);
        if (!dir_emit(file, emitter, entry->name, entry->inode->ino,
                      entry->inode->mode, entry->position))
            break;
    }
    ri->u.dir.listed = link;
    inode_touch(file->inode, INODE_ATIME);
    return 0;
}

static const struct inode_ops ramfs_inode_ops = {
    .lookup = ramfs_lookup,
    .create = ramfs_create,
    .link = ramfs_link,
    .unlink = ramfs_unlink,
    .rename = ramfs_rename,
    .name_of = ramfs_name_of,
    .readdir = ramfs_readdir,
    .follow = ramfs_follow,
    .truncate = ramfs_data_truncate,
    .frame = ramfs_data_frame,
    .release = ramfs_release,
};

struct inode *ramfs_mount(const char *path, const char *source,
                          const char *type, unsigned int magic)
{
    const mode_t mode = S_IRWXU | S_IRGRP | S_IXGRP | S_IROTH | S_IXOTH;
    struct inode *root =
        ramfs_inode_alloc(NULL, S_IFDIR | mode, NULL, &cred_root);

    mount_add(path, root, source, type, magic);
    return root;
}

struct inode *ramfs_alloc_unnamed(mode_t mode, const struct cred *cred)
{
    struct inode *inode = ramfs_inode_alloc(NULL, mode, NULL, cred);
    if (inode)
        inode->nlink = S_ISFIFO(mode);
    return inode;
}

void ramfs_init(void)
{
    for (unsigned int i = 0; i < NAME_TABLES; i++) {
        paddr_t frame = frame_alloc_zeroed();
        if (!frame)
            panic("there is no memory for the names of files");
        names[i] = frame_to_virt(frame);
    }
    ramfs_mount("/", "tine", "ramfs", RAMFS_MAGIC);
}
