/* SPDX-License-Identifier: MIT */
/* Scattered input and output: readv(2). */
#ifndef LIBC_SYS_UIO_H
#define LIBC_SYS_UIO_H

#include <sys/types.h>
#include <asm/uio.h>

ssize_t readv(int fd, const struct iovec *iov, int count);
ssize_t writev(int fd, const struct iovec *iov, int count);
ssize_t preadv(int fd, const struct iovec *iov, int count, off_t offset);
ssize_t pwritev(int fd, const struct iovec *iov, int count, off_t offset);
ssize_t preadv2(int fd, const struct iovec *iov, int count, off_t offset,
                int flags);
ssize_t pwritev2(int fd, const struct iovec *iov, int count, off_t offset,
                 int flags);

#endif
