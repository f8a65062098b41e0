/* SPDX-License-Identifier: MIT */
/*
 * Reading tar archives: POSIX.1-2017, pax(1), "ustar Interchange Format", with
 * what GNU's and BSD's tar add.
 *
 * Pure functions on bytes in memory that may be anything at all; the host's tests
 * feed them garbage.
 */
#ifndef FS_USTAR_H
#define FS_USTAR_H

#include "lib/types.h"

#define USTAR_BLOCK 512u
#define USTAR_PATH_MAX 4096u /* with its NUL */

enum ustar_type {
    USTAR_FILE,
    USTAR_HARD_LINK,
    USTAR_SYMLINK,
    USTAR_DIR,
    USTAR_OTHER, /* a device, or something unknown: to be left out */
};

/* One file of the archive. The caller provides room for PATH and LINK, each of
 * USTAR_PATH_MAX bytes. */
struct ustar_entry {
    enum ustar_type type;
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

#endif
