/* SPDX-License-Identifier: MIT */
/* What a file system has: statfs(2). */
#pragma once

#include <sys/types.h>
#include <asm/statfs.h>

int statfs(const char *path, struct statfs *buf);
int fstatfs(int fd, struct statfs *buf);
