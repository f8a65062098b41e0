/* SPDX-License-Identifier: MIT */
/*
 * The old calls stat, lstat and fstat fill a 64-byte record, stat64's is 96
 * bytes with the size at 44 (stat(2), "C library/kernel differences").
 */
#include "tap.h"
#include "raw.h"

struct raw_old_stat {
    unsigned long dev, ino;
    unsigned short mode, nlink, uid, gid;
    unsigned long rdev, size, blksize, blocks;
    unsigned long times[6], unused[2];
};

enum { STAT64_SIZE = 96, AT_MODE = 16, AT_SIZE = 44 };

int main(void)
{
    unsigned char wide[STAT64_SIZE + 4];
    struct raw_old_stat a, b, c;
    unsigned int mode, size;
    int fd;

    plan(8);
    umask(0);
    fd = (int)must(open("file", O_RDWR | O_CREAT | O_TRUNC, 0640));
    must(write(fd, "1234567", 7));
    is(raw_call(SYS_stat, (long)"file", (long)&a, 0), 0, "stat");
    is(a.mode, S_IFREG | 0640, "mode");
    is((long)a.size, 7, "size");
    is(raw_call(SYS_lstat, (long)"file", (long)&b, 0), 0, "lstat");
    is(raw_call(SYS_fstat, fd, (long)&c, 0), 0, "fstat");
    ok(a.ino == b.ino && a.ino == c.ino && c.size == 7, "they agree");
    memset(wide, 0xee, sizeof wide);
    must(raw_call(SYS_fstat64, fd, (long)wide, 0) == 0 ? 0 : -1);
    memcpy(&mode, wide + AT_MODE, sizeof mode);
    memcpy(&size, wide + AT_SIZE, sizeof size);
    ok(mode == (S_IFREG | 0640) && size == 7, "fstat64's mode and size");
    ok(wide[STAT64_SIZE] == 0xee, "it fills 96 bytes and no more");
    return done();
}
