/* SPDX-License-Identifier: MIT */
/*
 * A file of several hundred KiB holds what was written, in pieces of any
 * size and at any offset (write(2), read(2)).
 */
#include "tap.h"

enum { SIZE = 400 * 1024, PIECE = 4097 };

static unsigned char pattern(int i)
{
    return (unsigned char)(i * 31 + i / 4096);
}

int main(void)
{
    static unsigned char block[PIECE];
    struct stat attributes;
    bool is_same = true;
    int fd, at, n;

    plan(4);
    fd = (int)must(open("file", O_RDWR | O_CREAT | O_TRUNC, 0644));
    for (at = 0; at < SIZE; at += n) {
        n = SIZE - at < PIECE ? SIZE - at : PIECE;
        for (int i = 0; i < n; i++)
            block[i] = pattern(at + i);
        n = (int)must(write(fd, block, (size_t)n));
    }
    must(fstat(fd, &attributes));
    is(attributes.st_size, SIZE, "its size");
    must(lseek(fd, 0, SEEK_SET));
    for (at = 0; (n = (int)read(fd, block, 1000)) > 0; at += n)
        for (int i = 0; i < n; i++)
            is_same = is_same && block[i] == pattern(at + i);
    is(at, SIZE, "is read back");
    ok(is_same, "byte for byte");
    must(lseek(fd, 123456, SEEK_SET));
    must(read(fd, block, 1));
    is(block[0], pattern(123456), "also from the middle");
    return done();
}
