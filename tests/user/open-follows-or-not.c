/* SPDX-License-Identifier: MIT */
/*
 * What open() does with symbolic links, slashes and O_PATH, and which flags stay
 * (open(2), fcntl(2)).
 */
#include "tap.h"

enum { KEPT = O_ACCMODE | O_APPEND | O_NONBLOCK | O_CREAT | O_EXCL | O_TRUNC |
              O_NOCTTY | O_CLOEXEC | O_SYNC };

int main(void)
{
    struct stat st;
    char text[8];
    int fd;

    plan(24);
    file_write("file", "text");
    must(symlink("file", "soft"));
    must(symlink("made", "dangling"));
    must(symlink("loop", "loop"));
    must(symlink("dir", "to-dir"));
    must(mkdir("dir", 0755));
    fails(open("soft", O_RDONLY | O_NOFOLLOW), ELOOP, "O_NOFOLLOW: ELOOP");
    fails(open("loop", O_RDONLY), ELOOP, "a circle: ELOOP");
    fails(open("dangling", O_RDONLY), ENOENT, "a dangling link: ENOENT");
    fails(open("dangling", O_WRONLY | O_CREAT | O_EXCL, 0644), EEXIST,
          "O_EXCL does not follow it: EEXIST");
    fd = open("dangling", O_WRONLY | O_CREAT, 0644);
    ok(fd >= 0 && access("made", F_OK) == 0, "O_CREAT makes its target");
    fails(open("to-dir", O_RDONLY | O_DIRECTORY | O_NOFOLLOW), ENOTDIR,
          "O_DIRECTORY and O_NOFOLLOW: ENOTDIR");
    ok(open("to-dir/", O_RDONLY | O_NOFOLLOW) >= 0, "a slash follows");
    fails(open("file/", O_RDONLY), ENOTDIR, "a slash after a file: ENOTDIR");
    fails(open("new/", O_WRONLY | O_CREAT, 0644), EISDIR,
          "a slash after a new one: EISDIR");
    fails(open("dir", O_RDONLY | O_CREAT, 0644), EISDIR,
          "O_CREAT of a directory: EISDIR");

    fd = open("soft", O_PATH | O_NOFOLLOW);
    ok(fd >= 0 && fstat(fd, &st) == 0 && S_ISLNK(st.st_mode),
       "O_PATH opens the link itself");
    fd = open("file", O_PATH | O_WRONLY);
    ok(fd >= 0, "O_PATH of a file");
    fails(read(fd, text, 1), EBADF, "cannot be read");
    fails(write(fd, text, 1), EBADF, "nor written");
    fails(fchmod(fd, 0600), EBADF, "nor changed");
    fails(lseek(fd, 0, SEEK_SET), EBADF, "nor moved");
    fails(fcntl(fd, F_SETFL, 0), EBADF, "nor have its flags set");
    is(fcntl(fd, F_GETFL) & O_PATH, O_PATH, "though they can be asked");
    ok(dup(fd) >= 0, "it can be copied");
    fd = open("dir", O_PATH);
    is(fchdir(fd), 0, "a directory can be gone to");
    must(chdir(".."));
    is(faccessat(fd, ".", R_OK, 0), 0, "and started from");

    fd = open("fresh", O_RDWR | O_CREAT | O_EXCL | O_TRUNC | O_APPEND |
                           O_NONBLOCK | O_NOCTTY | O_CLOEXEC | O_SYNC, 0644);
    is(fcntl(fd, F_GETFL) & KEPT, O_RDWR | O_APPEND | O_NONBLOCK | O_SYNC,
       "only these flags stay");
    is(fcntl(fd, F_SETFL, O_NONBLOCK), 0, "F_SETFL");
    is(fcntl(fd, F_GETFL) & KEPT, O_RDWR | O_NONBLOCK | O_SYNC,
       "changes only some of them");
    return done();
}
