/* SPDX-License-Identifier: MIT */
/*
 * Open files: everything that takes or gives a file descriptor.
 *
 * Offsets are 64 bits wide here and two registers in the kernel's interface
 * (_llseek, ftruncate64).  O_LARGEFILE says that the program can cope with
 * them, so it is always set.
 * Read next: path.c for what takes a name, stdio_file.h for buffers on top.
 */
#include <fcntl.h>
#include <stdarg.h>
#include <sys/ioctl.h>
#include <sys/uio.h>
#include <unistd.h>
#include "sys.h"

int open(const char *path, int flags, ...)
{
    mode_t mode = 0;

    if (flags & O_CREAT) {
        va_list args;

        va_start(args, flags);
        mode = va_arg(args, mode_t);
        va_end(args);
    }
    return (int)syscall_result(sys_open(path, flags | O_LARGEFILE, mode));
}

int openat(int dirfd, const char *path, int flags, ...)
{
    mode_t mode = 0;

    if (flags & O_CREAT) {
        va_list args;

        va_start(args, flags);
        mode = va_arg(args, mode_t);
        va_end(args);
    }
    return (int)syscall_result(
        sys_openat(dirfd, path, flags | O_LARGEFILE, mode));
}

int creat(const char *path, mode_t mode)
{
    return open(path, O_WRONLY | O_CREAT | O_TRUNC, mode);
}

int close(int fd)
{
    return (int)syscall_result(sys_close(fd));
}

ssize_t read(int fd, void *buf, size_t len)
{
    return syscall_result(sys_read(fd, buf, len));
}

ssize_t write(int fd, const void *buf, size_t len)
{
    return syscall_result(sys_write(fd, buf, len));
}

ssize_t readv(int fd, const struct iovec *iov, int count)
{
    return syscall_result(sys_readv(fd, iov, count));
}

ssize_t writev(int fd, const struct iovec *iov, int count)
{
    return syscall_result(sys_writev(fd, iov, count));
}

off_t lseek(int fd, off_t offset, int whence)
{
    off_t result;
    unsigned long high = (unsigned long)(offset >> 32);
    unsigned long low = (unsigned long)offset;

    if (syscall_result(sys__llseek(fd, high, low, &result, whence)) < 0)
        return -1;
    return result;
}

int ftruncate(int fd, off_t length)
{
    return (int)syscall_result(sys_ftruncate64(fd, (unsigned long)length,
                                               (unsigned long)(length >> 32)));
}

int dup(int fd)
{
    return (int)syscall_result(sys_dup(fd));
}

int dup2(int fd, int newfd)
{
    return (int)syscall_result(sys_dup2(fd, newfd));
}

int dup3(int fd, int newfd, int flags)
{
    return (int)syscall_result(sys_dup3(fd, newfd, flags));
}

int pipe(int fds[2])
{
    return (int)syscall_result(sys_pipe(fds));
}

int pipe2(int fds[2], int flags)
{
    return (int)syscall_result(sys_pipe2(fds, flags));
}

/* F_GETOWN, whose negative numbers of groups would look like errors. */
static int file_owner(int fd)
{
    struct f_owner_ex owner;

    if (syscall_result(sys_fcntl64(fd, F_GETOWN_EX, (unsigned long)&owner)) < 0)
        return -1;
    return owner.type == F_OWNER_PGRP ? -owner.pid : owner.pid;
}

int fcntl(int fd, int command, ...)
{
    va_list args;
    unsigned long arg;

    va_start(args, command);
    arg = va_arg(args, unsigned long);
    va_end(args);
    if (command == F_GETOWN)
        return file_owner(fd);
    return (int)syscall_result(sys_fcntl64(fd, command, arg));
}

int ioctl(int fd, unsigned long request, ...)
{
    va_list args;
    unsigned long arg;

    va_start(args, request);
    arg = va_arg(args, unsigned long);
    va_end(args);
    return (int)syscall_result(sys_ioctl(fd, request, arg));
}
