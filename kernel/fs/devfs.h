/* SPDX-License-Identifier: MIT */
/*
 * /dev: a directory of devices that drivers register at boot.
 */
#pragma once

#include "fs/file.h"
#include "lib/types.h"

/* Mounts /dev with null, zero, full, random and urandom. Context: boot. */
void devfs_init(void);

/*
 * Adds the character device /dev/NAME, owned by root.  MODE is the permissions,
 * RDEV from device_number().  DATA is found again as the inode's device.
 * Context: boot; panics without memory.
 */
void devfs_register(const char *name, mode_t mode, unsigned int rdev,
                    const struct file_ops *ops, void *data);

/* Makes INODE, if it is a character device, lead to the driver that has registered
 * its number. */
void devfs_attach(struct inode *inode);

/* Whether INODE is /dev/zero, which can be mapped as if it were no file. */
bool devfs_is_zero(const struct inode *inode);

/* Fills user memory as /dev/random does. Returns: bytes; -EFAULT. */
long devfs_random(uaddr_t buf, size_t len);
