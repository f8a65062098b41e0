/* SPDX-License-Identifier: MIT */
/*
 * Open files beyond read and write: at a position of one's own, from file to
 * file, writing back, and what the file system has.
 *
 * A position is two registers in the kernel's interface, low half first.
 * Read next: file.c, kernel/sys/sys_transfer.c.
 */
#include <errno.h>
#include <fcntl.h>
#include <sys/sendfile.h>
#include <sys/statfs.h>
#include <sys/statvfs.h>
#include <unistd.h>
#include "sys.h"

#define LOW(offset)  ((unsigned long)(offset))
#define HIGH(offset) ((unsigned long)((offset) >> 32))

ssize_t pread(int fd, void *buf, size_t len, off_t offset)
{
    return syscall_result(
        sys_pread64(fd, buf, len, LOW(offset), HIGH(offset)));
}

ssize_t pwrite(int fd, const void *buf, size_t len, off_t offset)
{
    return syscall_result(
        sys_pwrite64(fd, buf, len, LOW(offset), HIGH(offset)));
}

ssize_t sendfile(int out_fd, int in_fd, off_t *offset, size_t len)
{
    return syscall_result(sys_sendfile64(out_fd, in_fd, offset, len));
}

/* ---- Writing back ----------------------------------------------------------- */

int fsync(int fd)
{
    return (int)syscall_result(sys_fsync(fd));
}

int fdatasync(int fd)
{
    return (int)syscall_result(sys_fdatasync(fd));
}

/* ---- File systems ------------------------------------------------------------ */

static int statvfs_fill(int result, const struct statfs *from,
                        struct statvfs *to)
{
    if (result < 0)
        return -1;
    *to = (struct statvfs){
        .f_bsize = from->f_bsize,
        .f_frsize = from->f_frsize,
        .f_blocks = from->f_blocks,
        .f_bfree = from->f_bfree,
        .f_bavail = from->f_bavail,
        .f_files = from->f_files,
        .f_ffree = from->f_ffree,
        .f_favail = from->f_ffree,
        .f_fsid = (unsigned long)from->f_fsid[0],
        .f_flag = from->f_flags & ~0x20u, /* Linux's "valid" */
        .f_namemax = from->f_namelen,
    };
    return 0;
}

int statfs(const char *path, struct statfs *buf)
{
    return (int)syscall_result(
        sys_statfs64(path, sizeof(*buf), buf));
}

int fstatfs(int fd, struct statfs *buf)
{
    return (int)syscall_result(
        sys_fstatfs64(fd, sizeof(*buf), buf));
}

int statvfs(const char *restrict path, struct statvfs *restrict buf)
{
    struct statfs st;
    long result = syscall_result(sys_statfs64(path, sizeof(st), &st));

    return statvfs_fill((int)result, &st, buf);
}

int fstatvfs(int fd, struct statvfs *buf)
{
    struct statfs st;
    long result = syscall_result(sys_fstatfs64(fd, sizeof(st), &st));

    return statvfs_fill((int)result, &st, buf);
}
