/* SPDX-License-Identifier: MIT */
/* Vectors for readv(2) and writev(2). */
#pragma once

#include <asm/types.h>

struct iovec {
    void *iov_base;
    size_t iov_len;
};
