/* SPDX-License-Identifier: MIT */
/*
 * What a process holds of files, in /proc/[pid]: exe, cwd, root, fd, fdinfo.
 *
 * The links lead to the inode itself, also where it has no name any more.
 * Called by fs/procfs.c, in process context.  Owns nothing.
 * Invariant: only those may follow who may look into the process: ptrace(2).
 * Read next: fs/procfs_maps.c.
 */
#include <asm/limits.h>

#include "fs/mount.h"
#include "fs/path.h"
#include "fs/procfs_node.h"
#include "proc/info.h"
#include "proc/proc.h"

bool info_may_look(const struct proc *p)
{
    const struct cred *own = &this_proc()->cred;
    if (p == this_proc() || cred_can(own, CAP_SYS_PTRACE))
        return true;
    return p->traits.is_dumpable && !(p->cred.permitted & ~own->effective) &&
           cred_is_all(&p->cred, own->fsuid, own->fsgid);
}

/* The process PID, if the caller may look into it. Errors: -EACCES, -ENOENT. */
static int open_find_proc(pid_t pid, struct proc **out)
{
    *out = proc_find(pid);
    if (*out && !info_may_look(*out))
        return -EACCES;
    return *out && (*out)->space ? 0 : -ENOENT;
}

enum { PLACE_EXE, PLACE_CWD, PLACE_ROOT };

static int place_follow(pid_t pid, int place, struct inode **out)
{
    struct proc *p;
    int error = open_find_proc(pid, &p);

    if (error < 0)
        return error;
    if (place == PLACE_EXE && !p->space->exe)
        return -ENOENT;
    *out = inode_get(place == PLACE_EXE   ? inode_of_backing(p->space->exe)
                     : place == PLACE_CWD ? p->workdir->cwd
                                          : p->workdir->root);
    return 0;
}

/* ---- Descriptors ------------------------------------------------------------------- */

static int fd_next(pid_t pid, int after)
{
    const struct proc *p = proc_find(pid);

    for (int fd = after + 1; p && p->files && fd < OPEN_MAX; fd++) {
        if (fd_lookup(p->files, fd))
            return fd;
    }
    return -1;
}

static int fd_find_file(pid_t pid, int fd, struct file **out)
{
    struct proc *p;
    int error = open_find_proc(pid, &p);

    *out = error == 0 && p->files ? fd_lookup(p->files, fd) : NULL;
    return error == 0 && !*out ? -ENOENT : error;
}

static int fd_follow(pid_t pid, int fd, struct inode **out)
{
    struct file *file;
    int error = fd_find_file(pid, fd, &file);

    if (error == 0)
        *out = inode_get(file->inode);
    return error;
}

static void fdinfo_show(pid_t pid, int fd, struct textbuf *text)
{
    struct file *file;

    text->error = fd_find_file(pid, fd, &file);
    if (text->error < 0)
        return;
    bool is_cloexec = fd_is_close_on_exec(proc_find(pid)->files, fd);
    textbuf_printf(text, "pos:\t%lld\nflags:\t0%o\nmnt_id:\t%u\nino:\t%lu\n",
                   file->offset, file->flags | (is_cloexec ? O_CLOEXEC : 0),
                   file->inode->mount ? file->inode->mount->device : 0,
                   file->inode->ino);
}

/* What may be done through it, as ls -l shows it. */
static mode_t fd_rights(pid_t pid, int fd)
{
    struct file *file;

    if (fd_find_file(pid, fd, &file) < 0)
        return 0;
    mode_t rights = (file_is_readable(file) ? S_IRUSR : 0) |
                    (file_is_writable(file) ? S_IWUSR : 0);
    return rights ? rights | S_IXUSR : 0;
}

static struct procfs_entry fd_entry = {
    .mode = S_IFLNK, .rights = fd_rights, .follow = fd_follow,
};
static struct procfs_entry fdinfo_entry = {
    .mode = PROCFS_FILE, .show_number = fdinfo_show,
};
static struct procfs_entry open_entries[] = {
    { "exe", PROCFS_LINK, .follow = place_follow, .number = PLACE_EXE },
    { "cwd", PROCFS_LINK, .follow = place_follow, .number = PLACE_CWD },
    { "root", PROCFS_LINK, .follow = place_follow, .number = PLACE_ROOT },
    { "fd", S_IFDIR | S_IRUSR | S_IXUSR, .is_private = true, .next = fd_next,
      .each = &fd_entry },
    { "fdinfo", PROCFS_DIR, .is_private = true, .next = fd_next,
      .each = &fdinfo_entry },
};

void info_open_init(void)
{
    procfs_register(&procfs_pid_dir, open_entries, ARRAY_LEN(open_entries));
}
