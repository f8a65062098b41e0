/* SPDX-License-Identifier: MIT */
/*
 * statfs() and fstatfs() as they were, with counts of 32 bits (statfs(2)).
 */
#include "raw.h"
#include "tap.h"

#include <sys/vfs.h>

enum { STATFS = 99, FSTATFS = 100, PROC_MAGIC = 0x9fa0 };

struct raw_statfs {
    unsigned int type, bsize, blocks, bfree, bavail, files, ffree, fsid[2];
    unsigned int namelen, frsize, flags, spare[4];
};

int main(void)
{
    struct raw_statfs st[2];
    struct statfs wide;
    int fd = (int)must(open("/proc", O_RDONLY));

    plan(8);
    must(statfs("/proc", &wide));
    memset(st, 0xff, sizeof st);
    is(raw_call(STATFS, (long)"/proc", (long)st, 0), 0, "statfs");
    ok(st->type == PROC_MAGIC && st->bsize == (unsigned)wide.f_bsize,
       "type and size of a block");
    ok(st->blocks == 0 && st->ffree == 0 && st->namelen == 255 &&
           st->frsize == (unsigned)wide.f_bsize && st->spare[3] == 0,
       "and the rest");
    is(st[1].type, -1u, "no more is written");
    memset(st, 0xff, sizeof st);
    is(raw_call(FSTATFS, fd, (long)st, 0), 0, "fstatfs");
    is(st->type, PROC_MAGIC, "says the same");
    is(raw_call(STATFS, (long)"/proc", 16, 0), -EFAULT, "EFAULT");
    is(raw_call(FSTATFS, 99, (long)st, 0), -EBADF, "EBADF");
    return done();
}
