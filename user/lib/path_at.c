/* SPDX-License-Identifier: MIT */
/*
 * Files by name, from a directory that is open: the functions whose names end in
 * "at", and those on times and owners.
 *
 * Read next: path.c, kernel/sys/sys_name.c.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <unistd.h>
#include <utime.h>
#include "sys.h"

int faccessat(int dirfd, const char *path, int mode, int flags)
{
    return (int)syscall_result(sys_faccessat2(dirfd, path, mode, flags));
}

int eaccess(const char *path, int mode)
{
    return faccessat(AT_FDCWD, path, mode, AT_EACCESS);
}

int euidaccess(const char *path, int mode)
{
    return eaccess(path, mode);
}

int fchmodat(int dirfd, const char *path, mode_t mode, int flags)
{
    if (flags == 0)
        return (int)syscall_result(sys_fchmodat(dirfd, path, mode));
    return (int)syscall_result(sys_fchmodat2(dirfd, path, mode, flags));
}

int lchmod(const char *path, mode_t mode)
{
    return fchmodat(AT_FDCWD, path, mode, AT_SYMLINK_NOFOLLOW);
}

int fchownat(int dirfd, const char *path, uid_t uid, gid_t gid, int flags)
{
    return (int)syscall_result(sys_fchownat(dirfd, path, uid, gid, flags));
}

int lchown(const char *path, uid_t uid, gid_t gid)
{
    return (int)syscall_result(sys_lchown32(path, uid, gid));
}

int fchown(int fd, uid_t uid, gid_t gid)
{
    return (int)syscall_result(sys_fchown32(fd, uid, gid));
}

int mkdirat(int dirfd, const char *path, mode_t mode)
{
    return (int)syscall_result(sys_mkdirat(dirfd, path, mode));
}

int mknodat(int dirfd, const char *path, mode_t mode, dev_t dev)
{
    return (int)syscall_result(
        sys_mknodat(dirfd, path, mode, (unsigned int)dev));
}

int mknod(const char *path, mode_t mode, dev_t dev)
{
    return mknodat(AT_FDCWD, path, mode, dev);
}

int mkfifo(const char *path, mode_t mode)
{
    return mknodat(AT_FDCWD, path, S_IFIFO | mode, 0);
}

int mkfifoat(int dirfd, const char *path, mode_t mode)
{
    return mknodat(dirfd, path, S_IFIFO | mode, 0);
}

int unlinkat(int dirfd, const char *path, int flags)
{
    return (int)syscall_result(sys_unlinkat(dirfd, path, flags));
}

int renameat2(int from_dirfd, const char *from, int to_dirfd, const char *to,
              unsigned int flags)
{
    return (int)syscall_result(
        sys_renameat2(from_dirfd, from, to_dirfd, to, flags));
}

int renameat(int from_dirfd, const char *from, int to_dirfd, const char *to)
{
    return renameat2(from_dirfd, from, to_dirfd, to, 0);
}

int linkat(int from_dirfd, const char *from, int to_dirfd, const char *to,
           int flags)
{
    return (int)syscall_result(
        sys_linkat(from_dirfd, from, to_dirfd, to, flags));
}

int symlinkat(const char *target, int dirfd, const char *path)
{
    return (int)syscall_result(sys_symlinkat(target, dirfd, path));
}

ssize_t readlinkat(int dirfd, const char *restrict path, char *restrict buf,
                   size_t size)
{
    return syscall_result(sys_readlinkat(dirfd, path, buf, size));
}

int chroot(const char *path)
{
    return (int)syscall_result(sys_chroot(path));
}

int statx(int dirfd, const char *restrict path, int flags, unsigned int mask,
          struct statx *restrict buf)
{
    return (int)syscall_result(sys_statx(dirfd, path, flags, mask, buf));
}

/* ---- Times ------------------------------------------------------------------ */

/* utimensat with times in microseconds. */
static int set_times(int dirfd, const char *path, const struct timeval times[2],
                     int flags)
{
    struct timespec both[2];

    for (int i = 0; times && i < 2; i++) {
        if (times[i].tv_usec < 0 || times[i].tv_usec >= 1000000) {
            errno = EINVAL;
            return -1;
        }
        both[i].tv_sec = times[i].tv_sec;
        both[i].tv_nsec = times[i].tv_usec * 1000;
    }
    return utimensat(dirfd, path, times ? both : NULL, flags);
}

int futimesat(int dirfd, const char *path, const struct timeval times[2])
{
    return set_times(dirfd, path, times, 0);
}

int utimes(const char *path, const struct timeval times[2])
{
    return set_times(AT_FDCWD, path, times, 0);
}

int futimes(int fd, const struct timeval times[2])
{
    return set_times(fd, NULL, times, 0);
}

int lutimes(const char *path, const struct timeval times[2])
{
    return set_times(AT_FDCWD, path, times, AT_SYMLINK_NOFOLLOW);
}

int utime(const char *path, const struct utimbuf *times)
{
    struct timeval both[2] = { { 0, 0 }, { 0, 0 } };

    if (times) {
        both[0].tv_sec = times->actime;
        both[1].tv_sec = times->modtime;
    }
    return utimes(path, times ? both : NULL);
}
