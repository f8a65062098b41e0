/* SPDX-License-Identifier: MIT */
/*
 * The flags of the *at calls: AT_SYMLINK_NOFOLLOW, AT_SYMLINK_FOLLOW,
 * AT_EMPTY_PATH, AT_REMOVEDIR, and EINVAL for others (openat(2), linkat(2), ...).
 */
#include "tap.h"

int main(void)
{
    struct stat st, link_st;
    struct timespec then[2] = {{1000, 0}, {2000, 0}};
    int fd;

    plan(24);
    file_write("file", "12345");
    must(symlink("file", "soft"));
    must(lstat("soft", &link_st));
    is(fstatat(AT_FDCWD, "soft", &st, AT_SYMLINK_NOFOLLOW), 0, "fstatat");
    ok(S_ISLNK(st.st_mode), "looks at the link itself");
    is(utimensat(AT_FDCWD, "soft", then, AT_SYMLINK_NOFOLLOW), 0, "utimensat");
    must(lstat("soft", &st));
    is(st.st_mtime, 2000, "sets the link's own times");
    must(stat("file", &st));
    ok(st.st_mtime != 2000, "not those of its target");
    fails(fchmodat(AT_FDCWD, "none", 0600, 0), ENOENT, "fchmodat: ENOENT");
    is(fchownat(AT_FDCWD, "soft", -1, -1, AT_SYMLINK_NOFOLLOW), 0, "fchownat");
    is(linkat(AT_FDCWD, "soft", AT_FDCWD, "soft2", 0), 0, "linkat");
    must(lstat("soft2", &st));
    is(st.st_ino, link_st.st_ino, "links to the link");
    is(linkat(AT_FDCWD, "soft", AT_FDCWD, "hard", AT_SYMLINK_FOLLOW), 0,
       "or with AT_SYMLINK_FOLLOW");
    must(lstat("hard", &st));
    ok(S_ISREG(st.st_mode), "to its target");

    fd = (int)must(open("file", O_PATH));
    is(fstatat(fd, "", &st, AT_EMPTY_PATH), 0, "AT_EMPTY_PATH");
    is(st.st_size, 5, "means the descriptor itself");
    fails(fstatat(fd, "", &st, 0), ENOENT, "an empty path else: ENOENT");
    is(faccessat(fd, "", F_OK, AT_EMPTY_PATH), 0, "faccessat takes it");
    is(fchownat(fd, "", -1, -1, AT_EMPTY_PATH), 0, "and fchownat");
    fails(unlinkat(AT_FDCWD, "", 0), ENOENT, "unlinkat does not");
    fails(fstatat(AT_FDCWD, "file", &st, 0x40), EINVAL, "fstatat: EINVAL");
    fails(fchownat(AT_FDCWD, "file", -1, -1, 0x40), EINVAL, "fchownat: EINVAL");
    fails(unlinkat(AT_FDCWD, "file", 0x40), EINVAL, "unlinkat: EINVAL");
    fails(linkat(AT_FDCWD, "file", AT_FDCWD, "x", 0x40), EINVAL,
          "linkat: EINVAL");
    fails(utimensat(AT_FDCWD, "file", then, 0x40), EINVAL,
          "utimensat: EINVAL");
    fails(unlinkat(AT_FDCWD, "file", AT_REMOVEDIR), ENOTDIR,
          "AT_REMOVEDIR of a file: ENOTDIR");
    fails(unlinkat(AT_FDCWD, ".", 0), EISDIR, "a directory without it: EISDIR");
    return done();
}
