/* SPDX-License-Identifier: MIT */
/* A file system in memory: the root. */
#ifndef FS_RAMFS_H
#define FS_RAMFS_H

#include "lib/types.h"

struct inode;

/* Mounts an empty RAM file system as the root. Context: boot. */
void ramfs_init(void);

/* The top directory of a new RAM file system. Returns: NULL without memory. */
struct inode *ramfs_alloc_root(void) MUST_CHECK;

/* Frames that hold file contents now, for /proc/meminfo. */
unsigned int ramfs_count_frames(void);

#endif
