/* SPDX-License-Identifier: MIT */
/* What a file system has: statfs(2). */
#ifndef LIBC_SYS_STATFS_H
#define LIBC_SYS_STATFS_H

#include <sys/types.h>
#include <asm/statfs.h>

int statfs(const char *path, struct statfs *buf);
int fstatfs(int fd, struct statfs *buf);

#endif
