/* SPDX-License-Identifier: MIT */
/*
 * System calls on descriptors: opening, positions, copying, controlling.
 *
 * Called by sys/dispatch.c in process context.  The work is done in fs/.
 * Read next: sys/sys_transfer.c, fs/file.c, sys/sys_path.c.
 */
#include <asm/sched.h>
#include <asm/termios.h>

#include "fs/pipe.h"
#include "proc/fork.h"
#include "proc/sigio.h"
#include "sys/handler.h"

struct file *sys_file_find(int fd)
{
    struct file *file = fd_lookup(this_proc()->files, fd);
    return file && !(file->flags & O_PATH) ? file : NULL;
}

/* ---- Positions --------------------------------------------------------------- */

long seek_narrow(loff_t offset)
{
    return offset > SMALL_FILE_MAX ? -EOVERFLOW : (long)offset;
}

long seek_put(uaddr_t to, loff_t offset)
{
    return offset < 0 ? (long)offset : user_put(to, offset);
}

/* ---- Opening and closing -------------------------------------------------------- */

long sys_openat(int dirfd, uaddr_t path, int flags, mode_t mode)
{
    struct filetable *table = this_proc()->files;
    struct sys_path at;
    struct file *file;

    int error = sys_path_get(&at, dirfd, path, 0);
    if (error == 0)
        error = fd_prepare(table, 0);
    if (error >= 0)
        error = path_open(&at.env, at.text, flags, mode, &file);
    sys_path_put(&at);
    return error < 0 ? error : fd_install(table, file, 0, flags);
}

#define CLOSE_RANGE_UNSHARE 2u /* close_range(2) */
#define CLOSE_RANGE_CLOEXEC 4u

long sys_close_range(unsigned int first, unsigned int last, unsigned int flags)
{
    struct proc *p = this_proc();

    if (flags & ~(CLOSE_RANGE_UNSHARE | CLOSE_RANGE_CLOEXEC) || first > last)
        return -EINVAL;
    int error = flags & CLOSE_RANGE_UNSHARE ? fork_unshare(p, CLONE_FILES) : 0;
    if (error < 0)
        return error;
    for (; first <= last && first < p->files->capacity; first++) {
        if ((flags & CLOSE_RANGE_CLOEXEC) && fd_lookup(p->files, (int)first))
            fd_set_close_on_exec(p->files, (int)first, true);
        else if (!(flags & CLOSE_RANGE_CLOEXEC))
            fd_close(p->files, (int)first); /* which may be open or not */
    }
    return 0;
}

long sys_pipe2(uaddr_t fds, int flags)
{
    struct filetable *table = this_proc()->files;
    struct file *reader, *writer;
    int fd[2];

    if (flags & ~(O_CLOEXEC | O_NONBLOCK | O_DIRECT))
        return -EINVAL;
    int error = pipe_alloc(flags & ~O_CLOEXEC, &this_proc()->cred, &reader,
                           &writer);
    if (error < 0)
        return error;
    fd[0] = fd_install(table, reader, 0, flags);
    fd[1] = fd_install(table, writer, 0, flags);
    error = MIN(fd[0], fd[1]);
    if (error >= 0)
        error = user_put(fds, fd);
    if (error < 0) { /* what is no descriptor is not closed */
        fd_close(table, fd[0]);
        fd_close(table, fd[1]);
    }
    return error;
}

/* ---- Copying descriptors --------------------------------------------------------- */

long sys_dup3(int fd, int newfd, int flags)
{
    if ((flags & ~O_CLOEXEC) || fd == newfd)
        return -EINVAL;
    struct file *file = fd_lookup(this_proc()->files, fd);
    return file ? fd_replace(this_proc()->files, newfd, file, flags) : -EBADF;
}

/* ---- Controlling ------------------------------------------------------------------ */

#define FLAGS_CHANGEABLE /* by F_SETFL */                                       \
    (O_APPEND | O_NONBLOCK | O_NOATIME | O_DIRECT)

static void file_set_flags(struct file *file, int mask, int flags)
{
    file->flags = (file->flags & ~mask) | (flags & mask);
}

/* F_SETPIPE_SZ: rounds SIZE up to a power of two, a page at least. */
static long pipe_set_size(struct pipe *pipe, uint32_t size)
{
    const uint32_t size_max = 1u << 31;
    uint32_t rounded = PAGE_SIZE;

    if (size > size_max)
        return -EINVAL;
    while (rounded < size)
        rounded *= 2;
    unsigned int count = rounded / PAGE_SIZE;
    if (count > MAX(pipe->slot_count, PIPE_SLOTS_MAX) &&
        !cred_can(&this_proc()->cred, CAP_SYS_RESOURCE))
        return -EPERM;
    int error = pipe_resize(pipe, count);
    return error < 0 ? error : (long)rounded;
}

/* Who is signalled when a file with O_ASYNC becomes ready, and how. */
static long owner_fcntl(struct file_owner *owner, int command, unsigned long arg)
{
    pid_t who = sigio_owner(owner);
    struct f_owner_ex ex = { F_OWNER_TID, who };

    switch (command) {
    case F_GETOWN: /* a group's number is no error, nor one to restart after */
        trapframe_end_syscall(this_proc()->frame);
        return who;
    case F_SETOWN:
        return sigio_set_owner(owner, (pid_t)arg, true);
    case F_GETOWN_EX:
        if (owner->who < 0)
            ex = (struct f_owner_ex){ F_OWNER_PGRP, -who };
        else if (owner->is_process)
            ex.type = F_OWNER_PID;
        return user_put(arg, ex);
    case F_SETOWN_EX:
        if (user_get(ex, arg) < 0)
            return -EFAULT;
        if (ex.type < F_OWNER_TID || ex.type > F_OWNER_PGRP)
            return -EINVAL;
        if (ex.pid < 0)
            return -ESRCH;
        return sigio_set_owner(owner, ex.type == F_OWNER_PGRP ? -ex.pid : ex.pid,
                               ex.type != F_OWNER_TID);
    case F_GETSIG:
        return owner->sig;
    case F_SETSIG:
        if (arg > SIGRTMAX_KERNEL)
            return -EINVAL;
        owner->sig = (int)arg;
        return 0;
    default:
        return -EINVAL;
    }
}

/* Errors: -ENOTTY it has no such flag. */
static int file_change_async(struct file *file, int fd, bool on)
{
    if (on == !!(file->flags & O_ASYNC))
        return 0;
    return file->ops->async ? file->ops->async(file, fd, on) : -ENOTTY;
}

long sys_fcntl64(int fd, int command, unsigned long arg)
{
    struct filetable *table = this_proc()->files;
    struct file *file = fd_lookup(table, fd);
    int error;

    if (!file)
        return -EBADF;
    switch (command) {
    case F_DUPFD:
    case F_DUPFD_CLOEXEC:
        if (arg >= table->limit)
            return -EINVAL;
        return fd_install(table, file_get(file), (int)arg,
                          command == F_DUPFD_CLOEXEC ? O_CLOEXEC : 0);
    case F_GETFD:
        return fd_is_close_on_exec(table, fd) ? FD_CLOEXEC : 0;
    case F_SETFD:
        fd_set_close_on_exec(table, fd, arg & FD_CLOEXEC);
        return 0;
    case F_GETFL:
        return file->flags;
    case F_SETFL:
        if (file->flags & O_PATH)
            return -EBADF;
        if (arg & ~(unsigned long)file->flags & O_NOATIME &&
            !inode_is_owner(file->inode, &this_proc()->cred))
            return -EPERM;
        if ((arg & O_DIRECT) && !S_ISFIFO(file->inode->mode) &&
            !inode_backing(file->inode))
            return -EINVAL;
        error = file_change_async(file, fd, arg & O_ASYNC);
        if (error < 0 && file->ops->async) /* others ignore it */
            return error;
        file_set_flags(file, FLAGS_CHANGEABLE, (int)arg);
        return 0;
    case F_SETPIPE_SZ:
    case F_GETPIPE_SZ:
        if (file->ops != &fifo_file_ops)
            return -EBADF;
        struct pipe *pipe = file->private;
        return command == F_SETPIPE_SZ ? pipe_set_size(pipe, (uint32_t)arg)
                                       : (long)(pipe->slot_count * PAGE_SIZE);
    case F_OLD_GETLK ... F_OLD_SETLKW:
    case F_GETLK ... F_SETLKW:
    case F_OFD_GETLK ... F_OFD_SETLKW:
        if (!(file->flags & O_PATH))
            return sys_lock_fcntl(file, command, arg);
        /* fall through */
    default:
        return file->flags & O_PATH ? -EBADF
                                    : owner_fcntl(&file->owner, command, arg);
    }
}

/* The requests that every file knows: ioctl_fs(2), FIONREAD for regular files. */
static long ioctl_any(struct file *file, int fd, unsigned long request,
                      unsigned long arg)
{
    int value;

    switch (request) {
    case FIOCLEX:
    case FIONCLEX:
        fd_set_close_on_exec(this_proc()->files, fd, request == FIOCLEX);
        return 0;
    case FIONBIO:
        if (user_get(value, arg) < 0)
            return -EFAULT;
        file_set_flags(file, O_NONBLOCK, value ? O_NONBLOCK : 0);
        return 0;
    case FIOASYNC:
        if (user_get(value, arg) < 0)
            return -EFAULT;
        return file_change_async(file, fd, value);
    case FIGETBSZ:
        value = PAGE_SIZE;
        return user_put(arg, value);
    case FIONREAD:
        if (!S_ISREG(file->inode->mode))
            return -ENOTTY;
        value = (int)(file->inode->size - file->offset);
        return user_put(arg, value);
    default:
        return -ENOTTY;
    }
}

long file_control(struct file *file, int fd, unsigned long request,
                  unsigned long arg)
{
    long result = ioctl_any(file, fd, request, arg);
    if (result == -ENOTTY && file->ops->ioctl)
        return file->ops->ioctl(file, request, arg);
    return result;
}
