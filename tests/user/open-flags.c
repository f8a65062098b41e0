/* SPDX-License-Identifier: MIT */
/*
 * open() creates, refuses, truncates and appends as its flags say, and
 * reports ENOENT, EEXIST, EISDIR, ENOTDIR, ENAMETOOLONG (open(2)).
 */
#include "tap.h"

int main(void)
{
    char text[16] = "", longest[300];
    int fd;

    plan(22);
    fails(open("file", O_RDONLY), ENOENT, "a missing file: ENOENT");
    fd = open("file", O_WRONLY | O_CREAT, 0644);
    ok(fd >= 3, "O_CREAT makes it");
    is(write(fd, "abcdef", 6), 6, "it can be written");
    fails(read(fd, text, 1), EBADF, "but not read: EBADF");
    must(close(fd));
    fails(open("file", O_RDWR | O_CREAT | O_EXCL, 0644), EEXIST,
          "O_EXCL on a file that is there: EEXIST");
    fd = (int)must(open("file", O_RDONLY));
    fails(write(fd, "x", 1), EBADF, "O_RDONLY cannot be written: EBADF");
    is(read(fd, text, sizeof text), 6, "it has its bytes");
    must(close(fd));
    fd = (int)must(open("file", O_WRONLY | O_APPEND));
    must(lseek(fd, 0, SEEK_SET));
    is(write(fd, "gh", 2), 2, "O_APPEND");
    is(lseek(fd, 0, SEEK_CUR), 8, "writes at the end, wherever the offset is");
    must(close(fd));
    fd = (int)must(open("file", O_RDWR));
    is(read(fd, text, sizeof text), 8, "the appended bytes are there");
    ok(memcmp(text, "abcdefgh", 8) == 0, "after the first ones");
    must(close(fd));
    fd = (int)must(open("file", O_RDWR | O_TRUNC));
    is(read(fd, text, 1), 0, "O_TRUNC empties it");
    must(close(fd));
    fails(open("file/x", O_RDONLY), ENOTDIR, "a file as directory: ENOTDIR");
    fails(open("no/x", O_RDWR | O_CREAT, 0644), ENOENT,
          "a missing directory: ENOENT");
    fails(open(".", O_RDWR), EISDIR, "a directory for writing: EISDIR");
    fd = open(".", O_RDONLY | O_DIRECTORY);
    ok(fd >= 0, "a directory for reading");
    fails(read(fd, text, 1), EISDIR, "which read() refuses: EISDIR");
    must(close(fd));
    fails(open("file", O_RDONLY | O_DIRECTORY), ENOTDIR,
          "O_DIRECTORY on a file: ENOTDIR");
    fails(open("", O_RDONLY), ENOENT, "an empty name: ENOENT");
    memset(longest, 'n', sizeof longest);
    longest[256] = '\0';
    fails(open(longest, O_RDWR | O_CREAT, 0644), ENAMETOOLONG,
          "a name of 256 bytes: ENAMETOOLONG");
    longest[255] = '\0';
    fd = open(longest, O_RDWR | O_CREAT, 0644);
    ok(fd >= 0, "a name of 255 bytes");
    fails(fcntl(fd + 1, F_GETFD), EBADF, "no other descriptor is open");
    return done();
}
