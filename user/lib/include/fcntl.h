/* SPDX-License-Identifier: MIT */
/* Opening and controlling files: fcntl.h(0p). */
#pragma once

#include <sys/types.h>
#include <sys/stat.h>
#include <asm/fcntl.h>

int open(const char *path, int flags, ...);
int openat(int dirfd, const char *path, int flags, ...);
int creat(const char *path, mode_t mode);
int fcntl(int fd, int command, ...);
