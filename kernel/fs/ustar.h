/* SPDX-License-Identifier: MIT */
/*
 * Reading tar archives: POSIX.1-2017, pax(1), "ustar Interchange Format", with
 * what GNU's and BSD's tar add.
 *
 * Pure functions on bytes in memory that may be anything at all; the host's tests
 * feed them garbage.
 */
#pragma once

#include "lib/types.h"

#define USTAR_BLOCK 512u
#define USTAR_PATH_MAX 4096u /* with its NUL */

/* The type of an entry: pax(1). Others are devices, or something unknown. */
#define USTAR_FILE '0'
#define USTAR_HARD_LINK '1'
#define USTAR_SYMLINK '2'
#define USTAR_DIR '5'

/* One file of the archive. The caller provides room for PATH and LINK, each of
 * USTAR_PATH_MAX bytes. */
struct ustar_entry {
    unsigned char type; /* USTAR_* */
    char *path;         /* as in the archive, always terminated */
    char *link;         /* what a link leads to */
    mode_t mode;        /* permissions only */
    uid_t uid;
    gid_t gid;
    uint32_t mtime;     /* seconds since 1970 */
    size_t data;        /* offset of the contents in the archive */
    size_t size;        /* and their length: all of it lies in the archive */
    const char *error;  /* after a bad header: what is wrong, in words */
};

/*
 * Reads the header at OFFSET of the archive of LEN bytes at BYTES, with the extended
 * headers before it.
 * Returns: the offset behind the entry; 0 at the end of the archive; or -1 where
 * it is damaged.
 */
long ustar_next(const char *bytes, size_t len, size_t offset,
                struct ustar_entry *entry) MUST_CHECK;
