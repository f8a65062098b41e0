/* SPDX-License-Identifier: MIT */
/*
 * The tree of /proc: directories, files and links, made up when somebody looks.
 *
 * A struct procfs_entry says what there is in every directory of a kind; the
 * numbers in a directory (processes, descriptors) are asked for.  Below the root
 * an inode exists only while somebody holds it.
 * Called through struct inode_ops and struct file_ops, in process context.
 * Read next: fs/procfs_file.c, fs/procfs_show.c, then proc/info.c.
 */
#include "fs/procfs.h"

#include <asm/statfs.h>

#include "fs/mount.h"
#include "fs/procfs_node.h"
#include "lib/printf.h"
#include "lib/string.h"
#include "mm/kmalloc.h"
#include "proc/info.h"
#include "proc/proc.h"

static KIND_DEFINE(procfs_inode_kind, "procfs-inode", struct procfs_inode);

static const struct inode_ops procfs_inode_ops;

/* Places in a directory: dots, then names, then numbers. */
#define FIRST_POSITION 2
#define NUMBER_POSITION 256
/* An inode's number: whose, which node, and which of those. */
#define INO_PID_SHIFT 16
#define INO_ENTRY_SHIFT 10
#define FD_LINK_BYTES 64 /* what Linux says of any */
#define TO_ITS_THREAD 1  /* a link to oneself */
#define INO_NUMBERS (1u << INO_ENTRY_SHIFT)
#define INO_ENTRIES (1u << (INO_PID_SHIFT - INO_ENTRY_SHIFT))

static int procfs_next_pid(pid_t pid, int after)
{
    (void)pid;
    const struct proc *next = proc_find_from(after + 1);
    return next ? next->pid : -1;
}

/* Its one thread. */
static int procfs_next_task(pid_t pid, int after)
{
    return after < pid ? pid : -1;
}

struct procfs_entry procfs_pid_dir = {
    .mode = PROCFS_DIR,
    .children = LIST_INIT(procfs_pid_dir.children),
};
struct procfs_entry procfs_top = {
    .mode = PROCFS_DIR,
    .children = LIST_INIT(procfs_top.children),
    .next = procfs_next_pid,
    .each = &procfs_pid_dir,
};
static struct procfs_inode procfs_root = { .entry = &procfs_top };
static struct procfs_entry procfs_selves[] = {
    { .name = "self", .mode = PROCFS_LINK },
    { "thread-self", PROCFS_LINK, .number = TO_ITS_THREAD },
};
static struct procfs_entry procfs_tasks = {
    .name = "task",
    .mode = PROCFS_DIR,
    .next = procfs_next_task,
    .each = &procfs_pid_dir,
};

/* ---- What there is ------------------------------------------------------------- */

void procfs_register(struct procfs_entry *dir, struct procfs_entry *entries,
                     unsigned int count)
{
    static unsigned int last_id;

    for (struct procfs_entry *entry = entries; entry < entries + count; entry++) {
        entry->id = ++last_id;
        if (entry->each)
            entry->each->id = ++last_id;
        list_init(&entry->children);
        list_add_tail(&dir->children, &entry->link);
    }
    ASSERT(last_id < INO_ENTRIES);
}

/* ---- Inodes ------------------------------------------------------------------------ */

/* The top is always there. */
static bool procfs_pid_exists(pid_t pid)
{
    return pid == 0 || proc_find(pid);
}

/* Whose the NUMBERth ENTRY in a directory of process PID is: in the list of processes,
 * or of threads, it is another's. */
static pid_t procfs_owner(pid_t pid, const struct procfs_entry *entry, int number)
{
    return entry == &procfs_pid_dir ? number : pid;
}

static unsigned long procfs_ino(pid_t pid, const struct procfs_entry *entry,
                                int number)
{
    pid_t owner = procfs_owner(pid, entry, number);
    return (unsigned long)(owner + 1) << INO_PID_SHIFT |
           entry->id << INO_ENTRY_SHIFT | (unsigned int)number % INO_NUMBERS;
}

static void procfs_refresh(struct inode *inode)
{
    const struct procfs_inode *pi = procfs_inode(inode);
    const struct proc *p = proc_find(pi->pid);

    if (pi->entry->rights)
        inode->mode = pi->entry->mode | pi->entry->rights(pi->pid, pi->number);
    if (!p)
        return;
    bool is_its_own = (p->space && p->traits.is_dumpable) ||
                      inode->mode == PROCFS_DIR;
    inode->uid = is_its_own ? p->cred.euid : 0;
    inode->gid = is_its_own ? p->cred.egid : 0;
}

static int procfs_may_look(struct inode *inode, int error)
{
    const struct procfs_entry *entry = procfs_inode(inode)->entry;
    const struct proc *p = proc_find(procfs_inode(inode)->pid);

    if (!p && entry == &procfs_pid_dir)
        return -ESRCH;
    if (!p || !entry->is_private)
        return error;
    /* A zombie's memory is no secret: there is none. */
    if (!p->space && (error < 0 || !S_ISDIR(inode->mode)))
        return error;
    return info_may_look(p) ? 0 : -EACCES;
}

/* An inode for ENTRY, or the NUMBERth of such, in the directory DIR of process
 * PID. */
static int procfs_inode_make(struct inode *dir, pid_t pid,
                             const struct procfs_entry *entry, int number,
                             struct inode **out)
{
    bool is_dir = S_ISDIR(entry->mode);
    struct procfs_inode *pi = kind_alloc(&procfs_inode_kind);
    if (!pi)
        return -ENOMEM;
    inode_setup(&pi->inode, entry->mode, &cred_root, &procfs_inode_ops,
                is_dir       ? &dir_file_ops
                : entry->ops ? entry->ops
                             : &procfs_file_ops);
    pi->inode.mount = procfs_root.inode.mount;
    pi->inode.ino = procfs_ino(pid, entry, number);
    pi->inode.nlink = is_dir ? 2 : 1;
    pi->pid = procfs_owner(pid, entry, number);
    pi->number = number;
    pi->entry = entry;
    if (is_dir)
        pi->inode.parent = inode_get(dir);
    else if (S_ISLNK(entry->mode)) /* Linux knows no other lengths before */
        pi->inode.size = entry->text ? strlen(entry->text)
                                     : entry->name ? 0 : FD_LINK_BYTES;
    procfs_refresh(&pi->inode);
    *out = &pi->inode;
    return 0;
}

static void procfs_release(struct inode *inode)
{
    kind_free(procfs_inode(inode));
}

/* The number that NAME is in decimal, without leading zeros; or -1. */
static int procfs_number_of_name(const char *name)
{
    int number = 0;

    if (name[0] == '0' && name[1] != '\0')
        return -1;
    for (; *name; name++) {
        if (*name < '0' || *name > '9' || number > PID_MAX)
            return -1;
        number = number * 10 + (*name - '0');
    }
    return number;
}

/* Whether DIR has ENTRY: a thread's has what its process's has, but for threads. */
static bool procfs_has(const struct procfs_inode *dir,
                       const struct procfs_entry *entry)
{
    struct inode *up = dir->inode.parent;
    return entry != &procfs_tasks || procfs_inode(up)->entry != &procfs_tasks;
}

static int procfs_lookup(struct inode *dir, const char *name,
                         struct inode **out)
{
    const struct procfs_entry *in = procfs_inode(dir)->entry;
    pid_t pid = procfs_inode(dir)->pid;

    if (!procfs_pid_exists(pid))
        return -ENOENT;
    LIST_FOR_EACH(entry, &in->children, struct procfs_entry, link) {
        if (strcmp(entry->name, name) == 0 && procfs_has(procfs_inode(dir), entry))
            return procfs_inode_make(dir, pid, entry, entry->number, out);
    }
    int number = in->next ? procfs_number_of_name(name) : -1;
    if (number < 0 || in->next(pid, number - 1) != number)
        return -ENOENT;
    return procfs_inode_make(dir, pid, in->each, number, out);
}

static int procfs_name_of(struct inode *dir, struct inode *child, char *name,
                          size_t size)
{
    const struct procfs_inode *pi = procfs_inode(child);

    (void)dir;
    if (pi->entry->name)
        strlcpy(name, pi->entry->name, size);
    else
        snprintf(name, size, "%d", pi->number);
    return 0;
}

/* ---- Directories ---------------------------------------------------------------------- */

static void procfs_emit_numbers(struct file *file, struct dir_emitter *emitter)
{
    const struct procfs_inode *dir = procfs_inode(file->inode);
    const struct procfs_entry *each = dir->entry->each;
    char name[NUMBER_TEXT];
    int number = (int)(file->offset - NUMBER_POSITION) - 1;

    while ((number = dir->entry->next(dir->pid, number)) >= 0) {
        snprintf(name, sizeof(name), "%d", number);
        if (!dir_emit(file, emitter, name, procfs_ino(dir->pid, each, number),
                      each->mode, NUMBER_POSITION + number))
            return;
    }
}

static int procfs_readdir(struct file *file, struct dir_emitter *emitter)
{
    const struct procfs_inode *dir = procfs_inode(file->inode);
    loff_t position = FIRST_POSITION;

    if (!procfs_pid_exists(dir->pid))
        return -ENOENT;
    if (!dir_emit_dots(file, emitter))
        return 0;
    LIST_FOR_EACH(entry, &dir->entry->children, struct procfs_entry, link) {
        if (procfs_has(dir, entry) &&
            !dir_emit(file, emitter, entry->name,
                      procfs_ino(dir->pid, entry, entry->number), entry->mode,
                      position++))
            return 0;
    }
    if (dir->entry->next) {
        file->offset = MAX(file->offset, (loff_t)NUMBER_POSITION);
        procfs_emit_numbers(file, emitter);
    }
    return 0;
}

/* ---- Links ------------------------------------------------------------------------------- */

/* "self" and "thread-self" lead to another directory for everybody. */
static int procfs_follow(struct inode *link, const char **text, struct inode **out)
{
    struct procfs_inode *pi = procfs_inode(link);
    const char *own = pi->number == TO_ITS_THREAD ? "%d/task/%d" : "%d";

    if (pi->entry->follow)
        return pi->entry->follow(pi->pid, pi->number, out);
    snprintf(pi->text, sizeof(pi->text), own, this_proc()->pid, this_proc()->pid);
    *text = pi->entry->text ? pi->entry->text : pi->text;
    return 0;
}

static const struct inode_ops procfs_inode_ops = {
    .lookup = procfs_lookup,
    .name_of = procfs_name_of,
    .readdir = procfs_readdir,
    .follow = procfs_follow,
    .may_look = procfs_may_look,
    .refresh = procfs_refresh,
    .release = procfs_release,
};

void procfs_init(void)
{
    inode_setup(&procfs_root.inode, PROCFS_DIR, &cred_root, &procfs_inode_ops,
                &dir_file_ops);
    procfs_root.inode.nlink = 2;
    mount_add("/proc", &procfs_root.inode, "proc", "proc", PROC_SUPER_MAGIC);
    procfs_register(&procfs_top, procfs_selves, ARRAY_LEN(procfs_selves));
    procfs_register(&procfs_pid_dir, &procfs_tasks, 1);
    procfs_show_init();
}
