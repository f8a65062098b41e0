/* SPDX-License-Identifier: MIT */
/*
 * /dev/null swallows all and gives nothing, /dev/zero gives zeros (null(4)).
 */
#include "tap.h"

int main(void)
{
    char block[100];
    bool is_zero = true;
    int fd;

    plan(6);
    fd = (int)must(open("/dev/null", O_RDWR));
    is(write(fd, block, sizeof block), sizeof block, "null takes all");
    is(read(fd, block, sizeof block), 0, "and is empty");
    must(close(fd));
    fd = (int)must(open("/dev/zero", O_RDWR));
    memset(block, 'x', sizeof block);
    is(read(fd, block, sizeof block), sizeof block, "zero gives all");
    for (size_t i = 0; i < sizeof block; i++)
        is_zero = is_zero && block[i] == 0;
    ok(is_zero, "zeros");
    is(write(fd, block, 10), 10, "and takes all");
    is(lseek(fd, 0, SEEK_SET), 0, "it has a place to seek to");
    return done();
}
