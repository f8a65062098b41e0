/* SPDX-License-Identifier: MIT */
/*
 * MAP_SHARED_VALIDATE let flags pass that mean nothing for the file, which is what
 * it is there to refuse (mmap(2): EOPNOTSUPP).
 */
#include "tap.h"

#include <sys/mman.h>

enum { PAGE = 4096, VALIDATE = 0x03, SYNC = 0x80000, UNKNOWN = 1 << 24 };

static void *map(int fd, int flags)
{
    return mmap(NULL, PAGE, PROT_READ, flags, fd, 0);
}

int main(void)
{
    int fd;

    plan(5);
    file_write("file", "contents");
    fd = (int)must(open("file", O_RDWR));
    ok(map(fd, VALIDATE) != MAP_FAILED, "no further flag");
    ok(map(fd, MAP_SHARED | UNKNOWN) != MAP_FAILED, "MAP_SHARED takes any");
    fails((long)map(fd, VALIDATE | UNKNOWN), EOPNOTSUPP, "it refuses those");
    fails((long)map(fd, VALIDATE | SYNC), EOPNOTSUPP, "and MAP_SYNC");
    fails((long)map(-1, VALIDATE | UNKNOWN), EBADF, "the file comes first");
    return done();
}
