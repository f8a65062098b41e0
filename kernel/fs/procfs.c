/* SPDX-License-Identifier: MIT */
/*
 * The tree of /proc: a root with files, `self` and one directory for each
 * process, made up when somebody looks.
 *
 * Two lists say which files there are, at the top and in each process's
 * directory.  Below the root an inode exists only while somebody holds it.  A
 * file's text is made when it is read from the start, and kept in the open file
 * until that happens again: a reader that takes it in pieces sees one moment.
 * Called through struct inode_ops and struct file_ops, in process context.
 * Read next: fs/procfs_show.c, then proc/info.c.
 */
#include "fs/procfs.h"

#include <asm/dirent.h>
#include <tine/errno.h>

#include "debug/failnth.h"
#include "fs/file.h"
#include "fs/mount.h"
#include "lib/panic.h"
#include "lib/printf.h"
#include "lib/string.h"
#include "mm/kmalloc.h"
#include "mm/usercopy.h"

/* A file that every directory of its kind has: one of the functions show and
 * show_pid is set, but for the symbolic link "self". */
struct procfs_entry {
    struct list link;
    const char *name;
    mode_t mode;         /* with the type */
    unsigned int number; /* part of the inode number */
    int (*show)(struct textbuf *text);
    int (*show_pid)(pid_t pid, struct textbuf *text);
    int (*store_pid)(pid_t pid, const char *text);
};

struct procfs_inode {
    struct inode inode;
    pid_t pid;                        /* 0 at the top */
    const struct procfs_entry *entry; /* NULL for a directory */
};

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
#define STORE_BYTES 64u /* more cannot be written to a file of /proc at once */
#define PID_TEXT 12u /* a decimal pid with its NUL */

#define MODE_READ_ALL (S_IRUSR | S_IRGRP | S_IROTH)
#define MODE_DIR (S_IFDIR | MODE_READ_ALL | S_IXUSR | S_IXGRP | S_IXOTH)
#define MODE_LINK (S_IFLNK | S_IRWXU | S_IRWXG | S_IRWXO)

static inline struct procfs_inode *procfs_inode(struct inode *inode)
{
    return LIST_ENTRY(inode, struct procfs_inode, inode);
}

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

void procfs_register_file(const char *name, int (*show)(struct textbuf *text))
{
    procfs_entry_add(&top_entries, name, S_IFREG | MODE_READ_ALL)->show = show;
}

void procfs_register_pid_file(const char *name, mode_t mode,
                              int (*show)(pid_t pid, struct textbuf *text))
{
    procfs_entry_add(&pid_entries, name, S_IFREG | mode)->show_pid = show;
}

void procfs_register_pid_control(const char *name, mode_t mode,
                                 int (*show)(pid_t pid, struct textbuf *text),
                                 int (*store)(pid_t pid, const char *text))
{
    struct procfs_entry *entry =
        procfs_entry_add(&pid_entries, name, S_IFREG | mode);

    entry->show_pid = show;
    entry->store_pid = store;
}

void procfs_set_source(const struct procfs_source *source)
{
    procfs_source = source;
}

/* The files in the directory of process PID, or at the top. */
static struct list *procfs_entries(pid_t pid)
{
    return pid == 0 ? &top_entries : &pid_entries;
}

/* ---- Open files ------------------------------------------------------------------ */

static void procfs_file_release(struct file *file)
{
    textbuf_free(file->private);
    file->private = NULL;
}

/* Makes the text of FILE anew. The old one goes first: /proc/objects counts. */
static int procfs_file_show(struct file *file)
{
    struct procfs_inode *pi = procfs_inode(file->inode);

    procfs_file_release(file);
    struct textbuf *text = textbuf_alloc();
    if (!text)
        return -ENOMEM;
    file->private = text;
    int error = pi->entry->show ? pi->entry->show(text)
                                : pi->entry->show_pid(pi->pid, text);
    if (error == 0 && text->failed)
        error = -ENOMEM;
    if (error < 0)
        procfs_file_release(file);
    return error;
}

static long procfs_file_read(struct file *file, uaddr_t buf, size_t len,
                             loff_t *offset)
{
    if (*offset == 0 || !file->private) {
        fail_hold(true); /* looking does not change what is looked at */
        int error = procfs_file_show(file);
        fail_hold(false);
        if (error < 0)
            return error;
    }
    long done = textbuf_read_user(file->private, buf, len, *offset);
    if (done > 0)
        *offset += done;
    return done;
}

/* One write is one text, whatever the offset. */
static long procfs_file_write(struct file *file, uaddr_t buf, size_t len,
                              loff_t *offset)
{
    struct procfs_inode *pi = procfs_inode(file->inode);
    char text[STORE_BYTES];

    if (!pi->entry->store_pid || len >= sizeof(text))
        return -EINVAL;
    if (user_read(text, buf, len) < 0)
        return -EFAULT;
    text[len] = '\0';
    int error = pi->entry->store_pid(pi->pid, text);
    if (error < 0)
        return error;
    *offset += len;
    return (long)len;
}

static const struct file_ops procfs_file_ops = {
    .read = procfs_file_read,
    .write = procfs_file_write,
    .seek = file_seek_inode,
    .release = procfs_file_release,
};

/* ---- Inodes ------------------------------------------------------------------------ */

/* The top is always there, and nobody's but root's. */
static bool procfs_pid_exists(pid_t pid)
{
    uid_t uid;
    gid_t gid;
    return pid == 0 || procfs_source->owner(pid, &uid, &gid);
}

static unsigned long procfs_number(pid_t pid, unsigned int entry_number)
{
    return (unsigned long)(pid + 1) * PID_POSITION + entry_number;
}

static void procfs_refresh(struct inode *inode)
{
    pid_t pid = procfs_inode(inode)->pid;
    if (pid != 0)
        procfs_source->owner(pid, &inode->uid, &inode->gid);
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
    procfs_refresh(&pi->inode);
    *out = &pi->inode;
    return 0;
}

static void procfs_release(struct inode *inode)
{
    kind_free(procfs_inode(inode));
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
    pid_t named = pid == 0 ? procfs_pid_of_name(name) : 0;

    if (!procfs_pid_exists(named ? named : pid))
        return -ENOENT;
    if (named)
        return procfs_inode_make(named, NULL, out);
    LIST_FOR_EACH(entry, procfs_entries(pid), struct procfs_entry, link) {
        if (strcmp(entry->name, name) == 0)
            return procfs_inode_make(pid, entry, out);
    }
    return -ENOENT;
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

    while ((pid = procfs_source->next(pid)) > 0) {
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

    if (!procfs_pid_exists(dir_pid))
        return -ENOENT;
    if (!dir_emit_dots(file, emitter))
        return 0;
    LIST_FOR_EACH(entry, procfs_entries(dir_pid), struct procfs_entry, link) {
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

/* The one symbolic link is "self". */
static long procfs_readlink(struct inode *inode, char *buf, size_t size)
{
    (void)inode;
    return snprintf(buf, size, "%d", procfs_source->self());
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
    procfs_entry_add(&top_entries, "self", MODE_LINK);
    procfs_register_files();
}
