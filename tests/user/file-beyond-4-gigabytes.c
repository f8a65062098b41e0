/* SPDX-License-Identifier: MIT */
/*
 * A file may be longer than 32 bits count: its bytes beyond are where they were
 * put, and truncation takes them away.
 */
#include "tap.h"

static const off_t far = 5000000000LL;

int main(void)
{
    struct stat st;
    char byte = 'x';
    int fd;

    plan(7);
    fd = open("long", O_CREAT | O_RDWR | O_LARGEFILE, 0600);
    is(pwrite(fd, "far", 3, far), 3, "written at 5000000000");
    must(fstat(fd, &st));
    ok(st.st_size == far + 3, "that long is the file");
    is(pread(fd, &byte, 1, far + 1), 1, "read there");
    is(byte, 'a', "what was written");
    is(pread(fd, &byte, 1, far - ((off_t)1 << 32)), 1, "read 4 GiB before");
    is(byte, 0, "nothing");
    must(ftruncate(fd, 10));
    is(pread(fd, &byte, 1, far), 0, "truncation takes it away");
    return done();
}
