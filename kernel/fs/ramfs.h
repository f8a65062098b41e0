/* SPDX-License-Identifier: MIT */
/* A file system in memory: the root. */
#pragma once

#include "lib/types.h"

struct cred;
struct inode;

/* Mounts an empty RAM file system as the root. Context: boot. */
void ramfs_init(void);

/* The same on the directory PATH, as a file system of its own; mount_add says
 * the rest. Returns: its top directory. */
struct inode *ramfs_mount(const char *path, const char *source,
                          const char *type, unsigned int magic);

/* An empty file of CRED's that has no name: what a process shares with its children
 * by mmap(MAP_SHARED | MAP_ANONYMOUS), a text of /proc, or a pipe, as MODE says.
 * Returns: NULL without memory. */
struct inode *ramfs_alloc_unnamed(mode_t mode, const struct cred *cred) MUST_CHECK;

/* read(2) of the regular file INODE, at *OFFSET, which is moved. */
long ramfs_read(struct inode *inode, uaddr_t buf, size_t len, loff_t *offset);

/* Frames that hold file contents now, for /proc/meminfo. */
unsigned int ramfs_count_frames(void);
