/* SPDX-License-Identifier: MIT */
/*
 * Files by name: making, removing, renaming and describing them.
 *
 * One function per call of the manual.  The 64 in stat64 and truncate64 is
 * the width of sizes; programs see only the wide forms.
 * Read next: directory.c, kernel/fs/path.c.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include "sys.h"

int stat(const char *restrict path, struct stat *restrict buf)
{
    return (int)syscall_result(sys_stat64(path, buf));
}

int lstat(const char *restrict path, struct stat *restrict buf)
{
    return (int)syscall_result(sys_lstat64(path, buf));
}

int fstat(int fd, struct stat *buf)
{
    return (int)syscall_result(sys_fstat64(fd, buf));
}

int fstatat(int dirfd, const char *restrict path, struct stat *restrict buf,
            int flags)
{
    return (int)syscall_result(sys_fstatat64(dirfd, path, buf, flags));
}

int access(const char *path, int mode)
{
    return (int)syscall_result(sys_access(path, mode));
}

int chmod(const char *path, mode_t mode)
{
    return (int)syscall_result(sys_chmod(path, mode));
}

int fchmod(int fd, mode_t mode)
{
    return (int)syscall_result(sys_fchmod(fd, mode));
}

int chown(const char *path, uid_t uid, gid_t gid)
{
    return (int)syscall_result(sys_chown32(path, uid, gid));
}

mode_t umask(mode_t mask)
{
    return (mode_t)sys_umask(mask);
}

int utimensat(int dirfd, const char *path, const struct timespec times[2],
              int flags)
{
    return (int)syscall_result(sys_utimensat(dirfd, path, times, flags));
}

int futimens(int fd, const struct timespec times[2])
{
    return utimensat(fd, NULL, times, 0);
}

int truncate(const char *path, off_t length)
{
    return (int)syscall_result(sys_truncate64(path, (unsigned long)length,
                                              (unsigned long)(length >> 32)));
}

int link(const char *from, const char *to)
{
    return (int)syscall_result(sys_link(from, to));
}

int symlink(const char *target, const char *path)
{
    return (int)syscall_result(sys_symlink(target, path));
}

ssize_t readlink(const char *restrict path, char *restrict buf, size_t size)
{
    return syscall_result(sys_readlink(path, buf, size));
}

int rename(const char *from, const char *to)
{
    return (int)syscall_result(sys_rename(from, to));
}

int unlink(const char *path)
{
    return (int)syscall_result(sys_unlink(path));
}

int mkdir(const char *path, mode_t mode)
{
    return (int)syscall_result(sys_mkdir(path, mode));
}

int rmdir(const char *path)
{
    return (int)syscall_result(sys_rmdir(path));
}

int remove(const char *path)
{
    struct stat st;

    if (lstat(path, &st) < 0)
        return -1;
    return S_ISDIR(st.st_mode) ? rmdir(path) : unlink(path);
}

int chdir(const char *path)
{
    return (int)syscall_result(sys_chdir(path));
}

int fchdir(int fd)
{
    return (int)syscall_result(sys_fchdir(fd));
}

/* Without a BUF the result is allocated, as in glibc. */
char *getcwd(char *buf, size_t size)
{
    char *to = buf;

    if (!to) {
        if (size == 0)
            size = FILENAME_MAX;
        to = malloc(size);
        if (!to)
            return NULL;
    } else if (size == 0) {
        errno = EINVAL;
        return NULL;
    }
    if (syscall_result(sys_getcwd(to, size)) >= 0)
        return to;
    if (!buf)
        free(to);
    return NULL;
}

void sync(void)
{
    sys_sync();
}
