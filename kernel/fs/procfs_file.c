/* SPDX-License-Identifier: MIT */
/*
 * The files of /proc, opened.
 *
 * A file's text is made when it is read from the start, and kept in the open file
 * until that happens again: a reader that takes it in pieces sees one moment.
 * Called through struct file_ops, in process context.
 * Read next: fs/procfs_show.c, then proc/info.c.
 */
#include "debug/failnth.h"
#include "fs/procfs_node.h"
#include "fs/ramfs.h"
#include "mm/space.h"
#include "mm/usercopy.h"
#include "proc/info.h"
#include "proc/proc.h"

#define MEMORY_BYTES 512u /* of a process's memory are copied at once */
#define STORE_BYTES 64u /* more cannot be written to a file of /proc at once */

static int procfs_file_open(struct inode *inode, struct file *file)
{
    const struct procfs_inode *pi = procfs_inode(inode);
    const struct proc *p = proc_find(pi->pid);

    (void)file;
    if (p && p->space && pi->entry->is_memory && !info_may_look(p))
        return -EACCES;
    return p && !p->space ? pi->entry->zombie_error : 0;
}

static void procfs_file_release(struct file *file)
{
    inode_put(file->private);
    file->private = NULL;
}

/* Writes the text of what PI shows. */
static void procfs_inode_show(const struct procfs_inode *pi, struct textbuf *text)
{
    const struct procfs_entry *entry = pi->entry;
    const struct proc *p = proc_find(pi->pid);

    if (entry->text)
        textbuf_puts(text, entry->text);
    else if (entry->show)
        entry->show(text);
    else if (!p)
        text->error = -ESRCH;
    else if (entry->show_proc)
        entry->show_proc(p, text);
    else
        entry->show_number(pi->pid, pi->number, text);
}

/* Makes the text of FILE anew. The old one goes first: /proc/objects counts. */
static int procfs_file_show(struct file *file)
{
    procfs_file_release(file);
    struct textbuf text = { .file = ramfs_alloc_unnamed(PROCFS_FILE, &cred_root) };
    if (!text.file)
        return -ENOMEM;
    file->private = text.file;
    procfs_inode_show(procfs_inode(file->inode), &text);
    if (text.error < 0)
        procfs_file_release(file);
    return text.error;
}

/* /proc/[pid]/mem: copies between user memory and that of a process, from the address
 * *OFFSET on. */
static long procfs_memory_copy(const struct procfs_inode *pi, uaddr_t buf, size_t len,
                               loff_t *offset, bool is_write)
{
    char part[MEMORY_BYTES];
    size_t done = 0;

    while (done < len) {
        size_t got = 0, want = MIN(len - done, sizeof(part));
        if (is_write && user_read(part, buf + done, want) < 0)
            return -EFAULT;
        /* It may have ended meanwhile, or begun a program that is not for us. */
        struct proc *p = proc_find(pi->pid);
        if (!p || !p->space || !info_may_look(p))
            break;
        if (*offset < USER_END)
            got = is_write ? space_poke(p->space, (uaddr_t)*offset, part, want)
                           : space_read(p->space, (uaddr_t)*offset, part, want);
        if (got == 0)
            return done ? (long)done : -EIO;
        if (!is_write && user_write(buf + done, part, got) < 0)
            return -EFAULT;
        *offset += got;
        done += got;
        irq_let_in();
    }
    return (long)done;
}

static long procfs_file_read(struct file *file, uaddr_t buf, size_t len,
                             loff_t *offset)
{
    const struct procfs_inode *pi = procfs_inode(file->inode);

    if (pi->entry->is_memory)
        return procfs_memory_copy(pi, buf, len, offset, false);
    if (*offset == 0 || !file->private) {
        fail_hold(true); /* looking does not change what is looked at */
        int error = procfs_file_show(file);
        fail_hold(false);
        if (error < 0)
            return error;
    }
    /* Who shares FILE may begin anew meanwhile. */
    struct inode *text = inode_get(file->private);
    long done = ramfs_read(text, buf, len, offset);
    inode_put(text);
    return done;
}

/* One write is one text, whatever the offset. A file of the whole system has nobody
 * else to store it in than the writer. */
static long procfs_file_write(struct file *file, uaddr_t buf, size_t len,
                              loff_t *offset)
{
    const struct procfs_inode *pi = procfs_inode(file->inode);
    char text[STORE_BYTES];

    if (pi->entry->is_memory)
        return procfs_memory_copy(pi, buf, len, offset, true);
    if (!pi->entry->store || len >= sizeof(text))
        return -EINVAL;
    if (user_read(text, buf, len) < 0)
        return -EFAULT;
    text[len] = '\0';
    struct proc *p = pi->pid ? proc_find(pi->pid) : this_proc();
    int error = p ? pi->entry->store(p, text) : -ESRCH;
    if (error < 0)
        return error;
    *offset += len;
    return (long)len;
}

const struct file_ops procfs_file_ops = {
    .open = procfs_file_open,
    .read = procfs_file_read,
    .write = procfs_file_write,
    .seek = file_seek_inode,
    .release = procfs_file_release,
};
