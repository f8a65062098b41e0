/* SPDX-License-Identifier: MIT */
/*
 * lseek() sets the offset from the start, here or the end, also beyond the
 * end, where a write leaves a gap of zeros (lseek(2)).
 */
#include "tap.h"

int main(void)
{
    char text[16];
    int fd, fds[2];

    plan(15);
    file_write("file", "0123456789");
    fd = (int)must(open("file", O_RDWR));
    is(lseek(fd, 4, SEEK_SET), 4, "SEEK_SET");
    is(lseek(fd, 2, SEEK_CUR), 6, "SEEK_CUR");
    is(read(fd, text, 1), 1, "a read there");
    is(text[0], '6', "gives that byte");
    is(lseek(fd, -3, SEEK_END), 7, "SEEK_END");
    is(read(fd, text, sizeof text), 3, "the last three");
    is(read(fd, text, sizeof text), 0, "then the end");
    fails(lseek(fd, -1, SEEK_SET), EINVAL, "a negative offset: EINVAL");
    fails(lseek(fd, 0, 77), EINVAL, "an unknown origin: EINVAL");
    is(lseek(fd, 15, SEEK_SET), 15, "beyond the end");
    is(read(fd, text, 1), 0, "nothing is there");
    is(write(fd, "x", 1), 1, "but it can be written");
    must(lseek(fd, 8, SEEK_SET));
    is(read(fd, text, sizeof text), 8, "the file has grown");
    ok(memcmp(text, "89\0\0\0\0\0x", 8) == 0, "the gap is zero");
    must(pipe(fds));
    fails(lseek(fds[0], 0, SEEK_CUR), ESPIPE, "a pipe: ESPIPE");
    return done();
}
