/* SPDX-License-Identifier: MIT */
/* Directory records: getdents(2). */
#pragma once

#include <asm/types.h>

/* getdents64: records are padded to 8 bytes; the name is NUL-terminated. */
struct dirent64 {
    unsigned long long d_ino;
    long long d_off;
    unsigned short d_reclen;
    unsigned char d_type;
    char d_name[];
} __attribute__((packed));

/* getdents: the type stands in the record's last byte. */
struct old_dirent {
    unsigned long d_ino;
    unsigned long d_off;
    unsigned short d_reclen;
    char d_name[];
};

#define DT_UNKNOWN 0
#define DT_FIFO 1
#define DT_CHR 2
#define DT_DIR 4
#define DT_BLK 6
#define DT_REG 8
#define DT_LNK 10
#define DT_SOCK 12
