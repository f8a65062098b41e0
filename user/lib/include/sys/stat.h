/* SPDX-License-Identifier: MIT */
/* File attributes: sys_stat.h(0p). */
#pragma once

#include <sys/types.h>
#include <asm/fcntl.h>
#include <asm/stat.h>

#define st_atime st_atim.tv_sec
#define st_mtime st_mtim.tv_sec
#define st_ctime st_ctim.tv_sec

int stat(const char *restrict path, struct stat *restrict buf);
int lstat(const char *restrict path, struct stat *restrict buf);
int fstat(int fd, struct stat *buf);
int fstatat(int dirfd, const char *restrict path, struct stat *restrict buf,
            int flags);
int chmod(const char *path, mode_t mode);
int fchmod(int fd, mode_t mode);
int mkdir(const char *path, mode_t mode);
mode_t umask(mode_t mask);
int utimensat(int dirfd, const char *path, const struct timespec times[2],
              int flags);
int mknod(const char *path, mode_t mode, dev_t dev);
int mknodat(int dirfd, const char *path, mode_t mode, dev_t dev);
int mkfifo(const char *path, mode_t mode);
int mkfifoat(int dirfd, const char *path, mode_t mode);
int mkdirat(int dirfd, const char *path, mode_t mode);
int fchmodat(int dirfd, const char *path, mode_t mode, int flags);
int lchmod(const char *path, mode_t mode);
int statx(int dirfd, const char *restrict path, int flags, unsigned int mask,
          struct statx *restrict buf);
int futimens(int fd, const struct timespec times[2]);
