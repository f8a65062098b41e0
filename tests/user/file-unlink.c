/* SPDX-License-Identifier: MIT */
/*
 * unlink() removes a name; an open file lives until its last descriptor is
 * closed; a directory is EISDIR (unlink(2)).
 */
#include "tap.h"

int main(void)
{
    struct stat attributes;
    char text[8] = "";
    int fd;

    plan(12);
    file_write("file", "alive");
    fd = (int)must(open("file", O_RDWR));
    is(unlink("file"), 0, "unlink");
    fails(open("file", O_RDONLY), ENOENT, "the name is gone");
    is(read(fd, text, sizeof text), 5, "the open file is not");
    is_str(text, "alive", "its bytes are there");
    must(fstat(fd, &attributes));
    is(attributes.st_nlink, 0, "it has no link");
    is(write(fd, "more", 4), 4, "it can be written");
    file_write("file", "other");
    must(lseek(fd, 0, SEEK_SET));
    ok(read(fd, text, 5) == 5 && memcmp(text, "alive", 5) == 0,
       "a new file of that name is another");
    must(close(fd));
    must(mkdir("d", 0755));
    fails(unlink("d"), EISDIR, "a directory: EISDIR");
    fails(unlink("none"), ENOENT, "nothing: ENOENT");
    fails(unlink("file/x"), ENOTDIR, "in a file: ENOTDIR");
    fails(unlink(""), ENOENT, "an empty name: ENOENT");
    fails(unlink("file/"), ENOTDIR, "a slash after a file: ENOTDIR");
    return done();
}
