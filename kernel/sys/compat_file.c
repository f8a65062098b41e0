/* SPDX-License-Identifier: MIT */
/*
 * Old variants of the file calls, turned into the ones above.
 *
 * Called by sys/dispatch.c in process context.
 */
#include <asm/stat.h>
#include <tine/errno.h>

#include "mm/usercopy.h"
#include "proc/proc.h"
#include "sys/sys.h"
#include "sys/sys_file.h"

#define OLD_OFFSET_MAX 0x7fffffff

long sys_creat(uaddr_t path, mode_t mode)
{
    return sys_openat(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode);
}

long sys_fcntl(int fd, int command, unsigned long arg)
{
    return sys_fcntl64(fd, command, arg);
}

long sys_lseek(int fd, long offset, int whence)
{
    struct file *file = sys_file_find(fd);
    if (!file)
        return -EBADF;
    loff_t result = file_seek(file, offset, whence);
    return result > OLD_OFFSET_MAX ? -EOVERFLOW : (long)result;
}

/* The upper half of LEN as a 64-bit number: its sign. */
static unsigned long old_length_high(long len)
{
    return len < 0 ? ~0ul : 0;
}

long sys_truncate(uaddr_t path, long len)
{
    return sys_truncate64(path, (unsigned long)len, old_length_high(len));
}

long sys_ftruncate(int fd, long len)
{
    return sys_ftruncate64(fd, (unsigned long)len, old_length_high(len));
}

static long old_stat_inode(struct inode *inode, uaddr_t buf)
{
    struct stat st;

    inode_stat(inode, &st);
    if (st.st_size > OLD_OFFSET_MAX)
        return -EOVERFLOW;
    struct old_stat old = {
        .st_dev = (unsigned long)st.st_dev,
        .st_ino = (unsigned long)st.st_ino,
        .st_mode = (unsigned short)st.st_mode,
        .st_nlink = (unsigned short)st.st_nlink,
        .st_uid = (unsigned short)st.st_uid,
        .st_gid = (unsigned short)st.st_gid,
        .st_rdev = (unsigned long)st.st_rdev,
        .st_size = (unsigned long)st.st_size,
        .st_blksize = st.st_blksize,
        .st_blocks = (unsigned long)st.st_blocks,
        .st_atim = st.st_atim,
        .st_mtim = st.st_mtim,
        .st_ctim = st.st_ctim,
    };
    return user_put(buf, old);
}

long sys_stat(uaddr_t path, uaddr_t buf)
{
    return sys_stat_path(AT_FDCWD, path, 0, buf, old_stat_inode);
}

long sys_lstat(uaddr_t path, uaddr_t buf)
{
    return sys_stat_path(AT_FDCWD, path, AT_SYMLINK_NOFOLLOW, buf,
                         old_stat_inode);
}

long sys_fstat(int fd, uaddr_t buf)
{
    struct file *file = fd_lookup(this_proc()->files, fd);
    return file ? old_stat_inode(file->inode, buf) : -EBADF;
}
