/* SPDX-License-Identifier: MIT */
/* Scattered input and output: readv(2). */
#pragma once

#include <sys/types.h>
#include <asm/uio.h>

ssize_t readv(int fd, const struct iovec *iov, int count);
ssize_t writev(int fd, const struct iovec *iov, int count);
