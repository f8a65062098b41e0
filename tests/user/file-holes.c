/* SPDX-License-Identifier: MIT */
/*
 * What was never written takes no room and reads as zeros, and SEEK_DATA passes
 * over it (lseek(2), inode(7)).
 */
#include "tap.h"

enum { MIB = 1 << 20, BLOCK = 64 * 1024, SECTOR = 512 };

static long long room(int fd)
{
    struct stat st;

    must(fstat(fd, &st));
    return (long long)st.st_blocks * SECTOR;
}

int main(void)
{
    char byte = 1;
    off_t data;
    int fd;

    plan(8);
    fd = (int)must(open("file", O_RDWR | O_CREAT, 0644));
    must(ftruncate(fd, 16 * MIB));
    ok(room(fd) < MIB, "a file of holes takes little room");
    is(pread(fd, &byte, 1, 9 * MIB), 1, "they can be read");
    is(byte, 0, "and are zero");
    fails(lseek(fd, 0, SEEK_DATA), ENXIO, "there is no data");
    is(lseek(fd, MIB, SEEK_HOLE), MIB, "all is a hole");
    must(pwrite(fd, "middle", 6, 9 * MIB));
    ok(room(fd) > 0 && room(fd) < MIB, "what is written takes some");
    data = lseek(fd, 0, SEEK_DATA);
    ok(data <= 9 * MIB && data > 9 * MIB - BLOCK, "it is found");
    must(ftruncate(fd, 0));
    is(room(fd), 0, "and goes with the contents");
    return done();
}
