/* SPDX-License-Identifier: MIT */
/*
 * statx() tells what stat() does, and refuses flags that it does not know
 * (statx(2)).
 */
#include "tap.h"
#include <sys/sysmacros.h>

int main(void)
{
    struct statx x;
    struct stat st;
    int fd;

    plan(18);
    file_write("file", "some text");
    must(link("file", "hard"));
    must(chmod("file", 04751));
    must(stat("file", &st));
    memset(&x, 0xaa, sizeof x);
    is(statx(AT_FDCWD, "file", 0, STATX_BASIC_STATS, &x), 0, "statx()");
    is(x.stx_mask & STATX_BASIC_STATS, STATX_BASIC_STATS, "gives all fields");
    is(x.stx_mode, st.st_mode, "mode");
    is(x.stx_nlink, 2, "links");
    is(x.stx_uid, st.st_uid, "user");
    is(x.stx_gid, st.st_gid, "group");
    ok(x.stx_ino == st.st_ino, "inode number");
    is((long)x.stx_size, 9, "size");
    ok(x.stx_blocks == (unsigned long long)st.st_blocks, "blocks");
    is((long)x.stx_mtime.tv_sec, st.st_mtime, "time of change");
    is(x.stx_dev_major, major(st.st_dev), "device, major");
    is(x.stx_dev_minor, minor(st.st_dev), "and minor");
    must(statx(AT_FDCWD, "/dev/null", 0, STATX_BASIC_STATS, &x));
    ok(x.stx_rdev_major == 1 && x.stx_rdev_minor == 3, "the device null");
    fd = (int)must(open("file", O_RDONLY));
    is(statx(fd, "", AT_EMPTY_PATH, STATX_SIZE, &x), 0, "of a descriptor");
    fails(statx(AT_FDCWD, "none", 0, STATX_SIZE, &x), ENOENT, "ENOENT");
    fails(statx(AT_FDCWD, "file", 0x40, STATX_SIZE, &x), EINVAL,
          "unknown flag: EINVAL");
    fails(statx(AT_FDCWD, "file", 0, 0x80000000, &x), EINVAL,
          "the reserved bit of the mask: EINVAL");
    fails(statx(AT_FDCWD, "file", 0x6000, STATX_SIZE, &x), EINVAL,
          "sync and not sync: EINVAL");
    return done();
}
