/* SPDX-License-Identifier: MIT */
/*
 * System calls that lock files: fcntl(2) with F_GETLK and its kin, flock(2).
 *
 * Called by sys/dispatch.c in process context; sys_fcntl64 hands its lock commands
 * on.  Here a struct flock, which may count from the position or the end, becomes
 * a range of bytes, and back.
 * Read next: fs/lock.c.
 */
#include "fs/lock.h"
#include "sys/handler.h"

/* The bytes that FROM means. Errors: -EINVAL, -EOVERFLOW. */
static int lock_take_range(const struct file *file, const struct flock *from,
                      struct lock *lock)
{
    loff_t base = from->l_whence == SEEK_CUR   ? file->offset
                  : from->l_whence == SEEK_END ? file->inode->size
                                               : 0;
    if (from->l_whence < SEEK_SET || from->l_whence > SEEK_END ||
        from->l_type < F_RDLCK || from->l_type > F_UNLCK)
        return -EINVAL;
    if (__builtin_add_overflow(base, from->l_start, &lock->first))
        return -EOVERFLOW;
    lock->last = LOCK_LAST_BYTE;
    if (from->l_len < 0) { /* the bytes before it */
        lock->last = lock->first - 1;
        lock->first += from->l_len;
    } else if (from->l_len > 0 && __builtin_add_overflow(
                   lock->first, from->l_len - 1, &lock->last)) {
        return -EOVERFLOW;
    }
    return lock->first < 0 ? -EINVAL : 0;
}

static long lock_show(struct inode *inode, const struct lock *wanted,
                      struct flock *out)
{
    const struct lock *other = lock_find(inode, wanted);
    if (wanted->type == F_UNLCK)
        return -EINVAL;
    out->l_type = F_UNLCK;
    if (other)
        *out = (struct flock){
            .l_type = other->type,
            .l_whence = SEEK_SET,
            .l_start = other->first,
            .l_len = other->last == LOCK_LAST_BYTE
                         ? 0 : other->last - other->first + 1,
            .l_pid = other->pid,
        };
    return 0;
}

/* COMMAND is one of the 64-bit ones, FLOCK what the program asked with. */
static long lock_control(struct file *file, int command, struct flock *flock)
{
    bool is_ofd = command >= F_OFD_GETLK;
    struct lock lock = {
        .type = flock->l_type,
        .pid = is_ofd ? -1 : this_proc()->pid,
        .owner = is_ofd ? (const void *)file : this_proc()->files,
    };
    if (is_ofd && flock->l_pid != 0)
        return -EINVAL;
    int error = lock_take_range(file, flock, &lock);
    if (error < 0)
        return error;
    if (command == F_GETLK || command == F_OFD_GETLK)
        return lock_show(file->inode, &lock, flock);
    if ((lock.type == F_RDLCK && !file_is_readable(file)) ||
        (lock.type == F_WRLCK && !file_is_writable(file)))
        return -EBADF;
    return lock_set(file->inode, &lock,
                    command == F_SETLKW || command == F_OFD_SETLKW);
}

static long lock_fcntl_old(struct file *file, int command, uaddr_t arg)
{
    struct old_flock old;
    if (user_get(old, arg) < 0)
        return -EFAULT;
    struct flock flock = { old.l_type, old.l_whence, old.l_start, old.l_len,
                           old.l_pid };
    long result = lock_control(file, command, &flock);
    if (result < 0 || command != F_GETLK)
        return result;
    if (flock.l_start > SMALL_FILE_MAX || flock.l_len > SMALL_FILE_MAX)
        return -EOVERFLOW;
    old = (struct old_flock){ flock.l_type, flock.l_whence, (long)flock.l_start,
                              (long)flock.l_len, flock.l_pid };
    return user_put(arg, old);
}

long sys_lock_fcntl(struct file *file, int command, uaddr_t arg)
{
    struct flock flock;
    long result;

    file_get(file); /* it may wait for long */
    if (command <= F_OLD_SETLKW)
        result = lock_fcntl_old(file, command - F_OLD_GETLK + F_GETLK, arg);
    else if (user_get(flock, arg) < 0)
        result = -EFAULT;
    else
        result = lock_control(file, command, &flock);
    if (result == 0 && (command == F_GETLK || command == F_OFD_GETLK))
        result = user_put(arg, flock);
    file_put(file);
    return result;
}

static long flock_set(struct file *file, short type, bool may_wait)
{
    struct lock lock = { .is_flock = true, .type = F_UNLCK, .owner = file,
                         .last = LOCK_LAST_BYTE };
    long result = lock_set(file->inode, &lock, false); /* it gives the old one up */

    lock.type = type;
    return result < 0 ? result : lock_set(file->inode, &lock, may_wait);
}

long lock_flock(int fd, int operation)
{
    static const short types[] = {
        [LOCK_SH] = F_RDLCK, [LOCK_EX] = F_WRLCK, [LOCK_UN] = F_UNLCK,
    };
    int mode = operation & ~LOCK_NB;
    if (mode != LOCK_SH && mode != LOCK_EX && mode != LOCK_UN)
        return -EINVAL;
    return ON_FD(fd, flock_set(file, types[mode], !(operation & LOCK_NB)));
}
