/* SPDX-License-Identifier: MIT */
/* Device numbers: makedev(3). */
#pragma once

#include <sys/types.h>

/* 12 bits of major and 20 of minor, in Linux's split encoding. */
#define major(dev) ((unsigned int)((dev) >> 8) & 0xfff)
#define minor(dev) \
    ((unsigned int)((dev)&0xff) | ((unsigned int)((dev) >> 12) & 0xfff00))
#define makedev(major, minor)                          \
    ((dev_t)(((minor)&0xff) | (((major)&0xfff) << 8) | \
             (((unsigned int)(minor)&0xfff00) << 12)))
