/* SPDX-License-Identifier: MIT */
/*
 * lseek() with SEEK_DATA and SEEK_HOLE finds what was written and what was not
 * (lseek(2)).
 */
#include "tap.h"

enum { MIB = 1 << 20 };

int main(void)
{
    off_t hole;
    int fd, pipes[2];

    plan(10);
    fd = (int)must(open("file", O_RDWR | O_CREAT, 0644));
    must(pwrite(fd, "begin", 5, 0));
    must(pwrite(fd, "middle", 6, MIB));
    must(ftruncate(fd, 2 * MIB));
    is(lseek(fd, 0, SEEK_DATA), 0, "data at the start");
    hole = lseek(fd, 0, SEEK_HOLE);
    ok(hole >= 5 && hole <= 2 * MIB, "a hole behind them, or none");
    is(lseek(fd, 0, SEEK_CUR), hole, "the position is there");
    is(lseek(fd, MIB, SEEK_DATA), MIB, "data in the middle");
    hole = lseek(fd, MIB, SEEK_HOLE);
    ok(hole >= MIB + 6 && hole <= 2 * MIB, "the end counts as a hole");
    fails(lseek(fd, 2 * MIB, SEEK_DATA), ENXIO, "at the end: ENXIO");
    fails(lseek(fd, 3 * MIB, SEEK_HOLE), ENXIO, "behind it: ENXIO");
    fails(lseek(fd, -1, SEEK_HOLE), ENXIO, "before the start: ENXIO");
    must(pipe(pipes));
    fails(lseek(pipes[0], 0, SEEK_DATA), ESPIPE, "a pipe: ESPIPE");
    fails(lseek(fd, 0, 5), EINVAL, "no such whence: EINVAL");
    return done();
}
