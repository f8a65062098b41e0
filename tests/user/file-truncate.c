/* SPDX-License-Identifier: MIT */
/*
 * ftruncate() and truncate() cut or extend a file with zeros and leave the
 * offset (truncate(2)).
 */
#include "tap.h"

int main(void)
{
    char text[16];
    struct stat attributes;
    int fd;

    plan(9);
    file_write("file", "0123456789");
    fd = (int)must(open("file", O_RDWR));
    must(lseek(fd, 9, SEEK_SET));
    is(ftruncate(fd, 4), 0, "cut to 4");
    must(fstat(fd, &attributes));
    is(attributes.st_size, 4, "its size is 4");
    is(lseek(fd, 0, SEEK_CUR), 9, "the offset is as it was");
    is(truncate("file", 8), 0, "extended to 8");
    must(lseek(fd, 0, SEEK_SET));
    is(read(fd, text, sizeof text), 8, "it is 8 long");
    ok(memcmp(text, "0123\0\0\0\0", 8) == 0, "by zeros");
    fails(ftruncate(fd, -1), EINVAL, "a negative length: EINVAL");
    must(close(fd));
    fd = (int)must(open("file", O_RDONLY));
    fails(ftruncate(fd, 0), EINVAL, "not open for writing: EINVAL");
    fails(truncate(".", 0), EISDIR, "a directory: EISDIR");
    return done();
}
