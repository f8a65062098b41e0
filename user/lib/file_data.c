/* SPDX-License-Identifier: MIT */
/*
 * Open files beyond read and write: at a position of one's own, from file to
 * file, length and room, writing back.
 *
 * A position is two registers in the kernel's interface, low half first.
 * Read next: file.c, kernel/sys/sys_transfer.c.
 */
#include <errno.h>
#include <fcntl.h>
#include <sys/sendfile.h>
#include <sys/statfs.h>
#include <sys/statvfs.h>
#include <sys/uio.h>
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

ssize_t preadv(int fd, const struct iovec *iov, int count, off_t offset)
{
    return syscall_result(
        sys_preadv(fd, iov, count, LOW(offset), HIGH(offset)));
}

ssize_t pwritev(int fd, const struct iovec *iov, int count, off_t offset)
{
    return syscall_result(
        sys_pwritev(fd, iov, count, LOW(offset), HIGH(offset)));
}

ssize_t preadv2(int fd, const struct iovec *iov, int count, off_t offset,
                int flags)
{
    return syscall_result(
        sys_preadv2(fd, iov, count, LOW(offset), HIGH(offset), flags));
}

ssize_t pwritev2(int fd, const struct iovec *iov, int count, off_t offset,
                 int flags)
{
    return syscall_result(
        sys_pwritev2(fd, iov, count, LOW(offset), HIGH(offset), flags));
}

ssize_t sendfile(int out_fd, int in_fd, off_t *offset, size_t len)
{
    return syscall_result(sys_sendfile64(out_fd, in_fd, offset, len));
}

ssize_t copy_file_range(int in_fd, off_t *in_offset, int out_fd,
                        off_t *out_offset, size_t len, unsigned int flags)
{
    return syscall_result(sys_copy_file_range(in_fd, in_offset, out_fd,
                                              out_offset, len, flags));
}

int close_range(unsigned int first, unsigned int last, int flags)
{
    return (int)syscall_result(
        sys_close_range(first, last, (unsigned int)flags));
}

void closefrom(int first)
{
    close_range(first < 0 ? 0 : (unsigned int)first, ~0u, 0);
}

/* ---- Room ------------------------------------------------------------------- */

int fallocate(int fd, int mode, off_t offset, off_t len)
{
    return (int)syscall_result(sys_fallocate(
        fd, mode, LOW(offset), HIGH(offset), LOW(len), HIGH(len)));
}

/* These two return the error and leave errno alone: posix_fallocate(3). */
int posix_fallocate(int fd, off_t offset, off_t len)
{
    return (int)-sys_fallocate(fd, 0, LOW(offset), HIGH(offset), LOW(len),
                               HIGH(len));
}

int posix_fadvise(int fd, off_t offset, off_t len, int advice)
{
    return (int)-sys_fadvise64_64(fd, LOW(offset), HIGH(offset), LOW(len),
                                  HIGH(len), advice);
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

int syncfs(int fd)
{
    return (int)syscall_result(sys_syncfs(fd));
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
