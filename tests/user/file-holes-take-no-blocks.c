/* SPDX-License-Identifier: MIT */
/*
 * st_blocks counts what a file takes up, not what it pretends to: a hole is free,
 * a write fills it, fallocate(2) fills it with zeros, and truncation gives back.
 */
#include "tap.h"

#include <sys/syscall.h>

enum {
    LEN = 1 << 20,
    PAGE = 4096,
    SECTOR = 512
};

static long long bytes_used(int fd)
{
    struct stat st;

    return fstat(fd, &st) == -1 ? -1 : (long long)st.st_blocks * SECTOR;
}

static int fallocate_low(int fd, int mode, long start, long len)
{
    return (int)syscall(SYS_fallocate, fd, mode, start, 0, len, 0);
}

int main(void)
{
    struct stat st;
    char byte = 'x';
    int fd;

    plan(8);
    fd = open("sparse", O_CREAT | O_RDWR, 0600);
    ok(ftruncate(fd, LEN) == 0 && bytes_used(fd) == 0, "a hole takes no room");
    ok(pwrite(fd, "x", 1, LEN / 2) == 1 && bytes_used(fd) > 0 &&
           bytes_used(fd) < LEN / 2,
       "a byte in it takes some");
    ok(fallocate_low(fd, 0, 0, LEN) == 0 && bytes_used(fd) >= LEN,
       "fallocate takes all");
    ok(pread(fd, &byte, 1, 0) == 1 && byte == '\0' &&
           pread(fd, &byte, 1, LEN / 2) == 1 && byte == 'x',
       "and changes nothing");
    ok(fallocate_low(fd, 1, LEN, PAGE) == 0 && fstat(fd, &st) == 0 &&
           st.st_size == LEN,
       "the size stays with FALLOC_FL_KEEP_SIZE");
    ok(fallocate_low(fd, 0, LEN, PAGE) == 0 && fstat(fd, &st) == 0 &&
           st.st_size == LEN + PAGE,
       "and grows without");
    ok(ftruncate(fd, PAGE) == 0 && bytes_used(fd) >= PAGE &&
           bytes_used(fd) < LEN,
       "truncation gives back");
    ok(ftruncate(fd, 0) == 0 && bytes_used(fd) == 0, "all of it");
    return done();
}
