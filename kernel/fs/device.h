/* SPDX-License-Identifier: MIT */
/* Character devices by number: what a node that mknod(2) made leads to. */
#ifndef FS_DEVICE_H
#define FS_DEVICE_H

#include "fs/file.h"
#include "lib/types.h"

/* Makes OPS, with DATA in the inode's device field, what nodes of the number RDEV
 * can do. Context: boot; panics without memory. */
void device_register(unsigned int rdev, const struct file_ops *ops, void *data);

/* Connects INODE, a character device's, with its driver, if there is one. */
void device_attach(struct inode *inode);

#endif
