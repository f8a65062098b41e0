/* SPDX-License-Identifier: MIT */
/*
 * A file of more than 2 GiB is only for those who said O_LARGEFILE: others cannot
 * open one, nor make one (open(2) EOVERFLOW, write(2) EFBIG).
 */
#include "tap.h"
#include "raw.h"

#define GIB (1LL << 30)
#define SMALL_MAX (2 * GIB - 1)

int main(void)
{
    struct stat st;
    char byte = 0;
    int fd, small;

    plan(9);
    fd = (int)must(open("file", O_RDWR | O_CREAT, 0644));
    small = (int)raw_call(SYS_open, (long)"file", O_RDWR, 0);
    ok(small >= 0, "an empty file opens without O_LARGEFILE");
    must(ftruncate(fd, SMALL_MAX - 1));
    must(lseek(small, SMALL_MAX - 1, SEEK_SET));
    is(write(small, "ab", 2), 1, "a write ends at 2 GiB - 1");
    fails(write(small, "c", 1), EFBIG, "the next fails: EFBIG");
    must(fstat(fd, &st));
    is(st.st_size, SMALL_MAX, "that is its size");
    fails(ftruncate(small, 2 * GIB), EINVAL, "it grows no further: EINVAL");
    is(pwrite(fd, "x", 1, 4 * GIB), 1, "with O_LARGEFILE it does");
    is(pread(fd, &byte, 1, 4 * GIB), 1, "and can be read");
    is(byte, 'x', "there");
    is(raw_call(SYS_open, (long)"file", O_RDONLY, 0), -EOVERFLOW,
       "then it opens only with O_LARGEFILE");
    return done();
}
