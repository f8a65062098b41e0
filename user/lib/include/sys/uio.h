/* SPDX-License-Identifier: MIT */
/* Scattered input and output: readv(2). */
#ifndef LIBC_SYS_UIO_H
#define LIBC_SYS_UIO_H

#include <sys/types.h>
#include <asm/uio.h>

ssize_t readv(int fd, const struct iovec *iov, int count);
ssize_t writev(int fd, const struct iovec *iov, int count);

#endif
