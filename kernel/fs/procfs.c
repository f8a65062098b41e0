/* SPDX-License-Identifier: MIT */
/*
 * The tree of /proc: a root with files, `self` and one directory for each
 * process, made up when somebody looks.
 *
 * Two lists say which files there are, at the top and in each process's
 * directory.  Below the root an inode exists only while somebody holds it.
 * Called through struct inode_ops by fs/path.c, in process context.
 * Read next: fs/procfs_file.c, then proc/info.c.
 */
#include "fs/procfs.h"

#include <asm/dirent.h>
#include <tine/errno.h>

#include "fs/mount.h"
#include "fs/procfs_inode.h"
#include "lib/panic.h"
#include "lib/printf.h"
#include "lib/string.h"
#include "mm/kmalloc.h"

static KIND_DEFINE(procfs_inode_kind, "procfs-inode", struct procfs_inode);
static KIND_DEFINE(procfs_entry_kind, "procfs-entry", struct procfs_entry);

static struct list top_entries = LIST_INIT(top_entries);
static struct list pid_entries = LIST_INIT(pid_entries);
static const struct procfs_source *procfs_source;
static struct procfs_inode procfs_root; /* pid 0 */

static const struct inode_ops procfs_dir_ops;
static const struct inode_ops procfs_inode_ops;
static const struct file_ops procfs_dir_file_ops;

/* Places in a directory: dots, then entries, then (in the root) processes. */
#define FIRST_POSITION 2
#define PID_POSITION 256
#define PID_TEXT 12u /* a decimal pid with its NUL */

#define MODE_READ_ALL (S_IRUSR | S_IRGRP | S_IROTH)
#define MODE_DIR (S_IFDIR | MODE_READ_ALL | S_IXUSR | S_IXGRP | S_IXOTH)
#define MODE_LINK (S_IFLNK | S_IRWXU | S_IRWXG | S_IRWXO)

/* ---- What there is ------------------------------------------------------------- */

static struct procfs_entry *procfs_entry_add(struct list *list,
                                             const char *name, mode_t mode)
{
    static unsigned int last_number;
    struct procfs_entry *entry = kind_alloc(&procfs_entry_kind);

    if (!entry)
        panic("no memory for /proc/%s", name);
    entry->name = name;
    entry->mode = mode;
    entry->number = ++last_number;
    list_add_tail(list, &entry->link);
    return entry;
}

static struct procfs_entry *procfs_entry_find(struct list *list,
                                              const char *name)
{
    LIST_FOR_EACH(entry, list, struct procfs_entry, link) {
        if (strcmp(entry->name, name) == 0)
            return entry;
    }
    return NULL;
}

void procfs_register_file(const char *name, int (*show)(struct textbuf *text))
{
    procfs_entry_add(&top_entries, name, S_IFREG | MODE_READ_ALL)->show = show;
}

void procfs_register_pid_file(const char *name, mode_t mode,
                              int (*show)(pid_t pid, struct textbuf *text))
{
    procfs_entry_add(&pid_entries, name, S_IFREG | mode)->show_pid = show;
}

void procfs_register_pid_link(const char *name,
                              long (*target)(pid_t pid, char *buf, size_t size))
{
    procfs_entry_add(&pid_entries, name, MODE_LINK)->target = target;
}

void procfs_set_source(const struct procfs_source *source)
{
    procfs_source = source;
}

/* ---- Inodes ------------------------------------------------------------------------ */

static bool procfs_pid_owner(pid_t pid, uid_t *uid, gid_t *gid)
{
    return procfs_source && procfs_source->owner(pid, uid, gid);
}

static unsigned long procfs_number(pid_t pid, unsigned int entry_number)
{
    return (unsigned long)(pid + 1) * PID_POSITION + entry_number;
}

/* An inode for ENTRY of process PID, or for its directory (ENTRY NULL). */
static int procfs_inode_make(pid_t pid, const struct procfs_entry *entry,
                             struct inode **out)
{
    struct procfs_inode *pi = kind_alloc(&procfs_inode_kind);
    if (!pi)
        return -ENOMEM;
    inode_setup(&pi->inode, entry ? entry->mode : MODE_DIR, &cred_root,
                entry ? &procfs_inode_ops : &procfs_dir_ops,
                entry ? &procfs_file_ops : &procfs_dir_file_ops);
    pi->inode.mount = procfs_root.inode.mount;
    pi->inode.ino = procfs_number(pid, entry ? entry->number : 0);
    pi->inode.nlink = entry ? 1 : 2;
    pi->pid = pid;
    pi->entry = entry;
    if (!entry) {
        inode_get(&procfs_root.inode);
        pi->inode.parent = &procfs_root.inode;
    }
    procfs_pid_owner(pid, &pi->inode.uid, &pi->inode.gid);
    *out = &pi->inode;
    return 0;
}

static void procfs_release(struct inode *inode)
{
    kind_free(procfs_inode(inode));
}

static void procfs_refresh(struct inode *inode)
{
    procfs_pid_owner(procfs_inode(inode)->pid, &inode->uid, &inode->gid);
}

/* The pid that NAME is in decimal, without leading zeros; or 0. */
static pid_t procfs_pid_of_name(const char *name)
{
    pid_t pid = 0;

    if (*name == '0')
        return 0;
    for (; *name; name++) {
        if (*name < '0' || *name > '9' || pid > PID_MAX)
            return 0;
        pid = pid * 10 + (*name - '0');
    }
    return pid;
}

static int procfs_lookup(struct inode *dir, const char *name,
                         struct inode **out)
{
    pid_t pid = procfs_inode(dir)->pid;
    uid_t uid;
    gid_t gid;

    if (pid == 0) {
        pid_t named = procfs_pid_of_name(name);
        if (named > 0)
            return procfs_pid_owner(named, &uid, &gid)
                       ? procfs_inode_make(named, NULL, out)
                       : -ENOENT;
    } else if (!procfs_pid_owner(pid, &uid, &gid)) {
        return -ENOENT;
    }
    struct procfs_entry *entry =
        procfs_entry_find(pid == 0 ? &top_entries : &pid_entries, name);
    return entry ? procfs_inode_make(pid, entry, out) : -ENOENT;
}

static int procfs_name_of(struct inode *dir, struct inode *child, char *name,
                          size_t size)
{
    (void)dir;
    snprintf(name, size, "%d", procfs_inode(child)->pid);
    return 0;
}

/* ---- Directories ---------------------------------------------------------------------- */

static void procfs_emit_pids(struct file *file, struct dir_emitter *emitter)
{
    char name[PID_TEXT];
    pid_t pid = (pid_t)(file->offset - PID_POSITION);

    while (procfs_source && (pid = procfs_source->next(pid)) > 0) {
        int len = snprintf(name, sizeof(name), "%d", pid);
        if (!emitter->emit(emitter, name, (size_t)len, procfs_number(pid, 0),
                           DT_DIR, PID_POSITION + pid))
            return;
        file->offset = PID_POSITION + pid;
    }
}

static int procfs_readdir(struct file *file, struct dir_emitter *emitter)
{
    pid_t dir_pid = procfs_inode(file->inode)->pid;
    loff_t position = FIRST_POSITION;
    uid_t uid;
    gid_t gid;

    if (dir_pid != 0 && !procfs_pid_owner(dir_pid, &uid, &gid))
        return -ENOENT;
    if (!dir_emit_dots(file, emitter))
        return 0;
    LIST_FOR_EACH(entry, dir_pid == 0 ? &top_entries : &pid_entries,
                  struct procfs_entry, link) {
        if (position++ < file->offset)
            continue;
        if (!emitter->emit(emitter, entry->name, strlen(entry->name),
                           procfs_number(dir_pid, entry->number),
                           S_ISLNK(entry->mode) ? DT_LNK : DT_REG, position))
            return 0;
        file->offset = position;
    }
    if (dir_pid == 0) {
        file->offset = MAX(file->offset, (loff_t)PID_POSITION);
        procfs_emit_pids(file, emitter);
    }
    return 0;
}

/* ---- Symbolic links ---------------------------------------------------------------------- */

static long procfs_self_target(pid_t pid, char *buf, size_t size)
{
    (void)pid;
    char text[PID_TEXT];
    pid_t self = procfs_source ? procfs_source->self() : 0;

    if (self == 0)
        return -ENOENT;
    size_t len = (size_t)snprintf(text, sizeof(text), "%d", self);
    len = MIN(len, size);
    memcpy(buf, text, len);
    return (long)len;
}

static long procfs_readlink(struct inode *inode, char *buf, size_t size)
{
    struct procfs_inode *pi = procfs_inode(inode);
    return pi->entry->target(pi->pid, buf, size);
}

static const struct inode_ops procfs_dir_ops = {
    .lookup = procfs_lookup,
    .name_of = procfs_name_of,
    .refresh = procfs_refresh,
    .release = procfs_release,
};

static const struct inode_ops procfs_inode_ops = {
    .readlink = procfs_readlink,
    .refresh = procfs_refresh,
    .release = procfs_release,
};

static const struct file_ops procfs_dir_file_ops = {
    .seek = file_seek_inode,
    .readdir = procfs_readdir,
};

void procfs_init(void)
{
    inode_setup(&procfs_root.inode, MODE_DIR, &cred_root, &procfs_dir_ops,
                &procfs_dir_file_ops);
    procfs_root.inode.nlink = 2;
    mount_add("/proc", &procfs_root.inode, "proc", "proc");
    procfs_entry_add(&top_entries, "self", MODE_LINK)->target =
        procfs_self_target;
    procfs_register_files();
}
