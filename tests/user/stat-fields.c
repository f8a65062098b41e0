/* SPDX-License-Identifier: MIT */
/*
 * stat(), fstat() and lstat() agree on a file's kind, permissions, size,
 * owner, links and inode (stat(2), inode(7)).
 */
#include "tap.h"

int main(void)
{
    struct stat a, b, c;
    int fd, fds[2];

    plan(20);
    umask(0);
    fd = (int)must(open("file", O_RDWR | O_CREAT | O_TRUNC, 0641));
    must(write(fd, "12345", 5));
    must(stat("file", &a));
    ok(S_ISREG(a.st_mode), "a regular file");
    is(a.st_mode & 07777, 0641, "its permissions");
    is(a.st_size, 5, "its size");
    is(a.st_nlink, 1, "one link");
    is(a.st_uid, geteuid(), "its owner");
    is(a.st_gid, getegid(), "its group");
    ok(a.st_ino != 0, "an inode number");
    ok(a.st_blksize >= 512, "a block size");
    must(fstat(fd, &b));
    must(lstat("file", &c));
    ok(a.st_ino == b.st_ino && a.st_dev == b.st_dev && a.st_size == b.st_size,
       "fstat agrees");
    ok(a.st_ino == c.st_ino && a.st_mode == c.st_mode, "lstat agrees");
    must(stat(".", &a));
    ok(S_ISDIR(a.st_mode), "a directory");
    must(mkdir("dir", 0750));
    must(stat("dir", &b));
    is(b.st_mode & 0777, 0750, "with its permissions");
    ok(b.st_ino != a.st_ino, "another inode");
    must(stat("dir/..", &b));
    ok(b.st_ino == a.st_ino && b.st_dev == a.st_dev, ".. leads back");
    must(pipe(fds));
    must(fstat(fds[0], &a));
    ok(S_ISFIFO(a.st_mode), "a pipe");
    must(stat("/dev/null", &a));
    ok(S_ISCHR(a.st_mode), "a device");
    is((long)a.st_rdev, 0x103, "null is device 1, 3");
    fails(stat("none", &a), ENOENT, "a missing file: ENOENT");
    fails(stat("file/x", &a), ENOTDIR, "a file as directory: ENOTDIR");
    fails(fstat(99, &a), EBADF, "a closed descriptor: EBADF");
    return done();
}
