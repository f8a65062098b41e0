/* SPDX-License-Identifier: MIT */
/* What a file system has: statfs(2). */
#pragma once

/* f_type: statfs(2). */
#define PROC_SUPER_MAGIC 0x9fa0
#define DEVPTS_SUPER_MAGIC 0x1cd1
#define TMPFS_MAGIC 0x01021994
#define RAMFS_MAGIC 0x858458f6
#define PIPEFS_MAGIC 0x50495045

/* 84 bytes, of statfs64 and fstatfs64. */
struct statfs {
    unsigned int f_type;
    unsigned int f_bsize;
    unsigned long long f_blocks;
    unsigned long long f_bfree;
    unsigned long long f_bavail;
    unsigned long long f_files;
    unsigned long long f_ffree;
    int f_fsid[2];
    unsigned int f_namelen;
    unsigned int f_frsize;
    unsigned int f_flags;
    unsigned int f_spare[4];
} __attribute__((packed, aligned(4)));

/* 64 bytes, of statfs and fstatfs. */
struct old_statfs {
    unsigned int f_type;
    unsigned int f_bsize;
    unsigned int f_blocks;
    unsigned int f_bfree;
    unsigned int f_bavail;
    unsigned int f_files;
    unsigned int f_ffree;
    int f_fsid[2];
    unsigned int f_namelen;
    unsigned int f_frsize;
    unsigned int f_flags;
    unsigned int f_spare[4];
};
