/* SPDX-License-Identifier: MIT */
/* Vectors for readv(2) and writev(2). */
#ifndef ASM_UIO_H
#define ASM_UIO_H

#include <asm/types.h>

struct iovec {
    void *iov_base;
    size_t iov_len;
};

/* preadv2(2), pwritev2(2). */
#define RWF_HIPRI 0x1
#define RWF_DSYNC 0x2
#define RWF_SYNC 0x4

#endif
