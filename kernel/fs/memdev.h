/* SPDX-License-Identifier: MIT */
/* The devices that are only software: null, zero, full, random, urandom. */
#ifndef FS_MEMDEV_H
#define FS_MEMDEV_H

/* Registers them with devfs. Context: boot. */
void memdev_register(void);

#endif
