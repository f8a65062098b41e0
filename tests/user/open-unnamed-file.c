/* SPDX-License-Identifier: MIT */
/*
 * O_TMPFILE opens a file that has no name; linkat() with AT_EMPTY_PATH or through
 * /proc/self/fd may give it one, unless O_EXCL forbids it (open(2)).
 *
 * Needs: root
 */
#include "tap.h"

int main(void)
{
    struct stat st;
    char text[16];
    int fd;

    plan(14);
    fd = open(".", O_TMPFILE | O_RDWR, 0640);
    if (fd == -1 && errno == EOPNOTSUPP)
        skip_all("this file system has no O_TMPFILE");
    ok(fd >= 0, "O_TMPFILE");
    must(fstat(fd, &st));
    ok(S_ISREG(st.st_mode) && (st.st_mode & 0777) == 0640, "a regular file");
    is(st.st_nlink, 0, "without a name");
    is(write(fd, "text", 4), 4, "it can be written");
    is(linkat(fd, "", AT_FDCWD, "named", AT_EMPTY_PATH), 0, "and be named");
    must(file_read("named", text, sizeof text));
    is_str(text, "text", "it is this file");
    must(fstat(fd, &st));
    is(st.st_nlink, 1, "with one name");
    must(unlink("named"));
    fails(linkat(fd, "", AT_FDCWD, "again", AT_EMPTY_PATH), ENOENT,
          "once unlinked it stays so: ENOENT");
    must(close(fd));
    fd = (int)must(open(".", O_TMPFILE | O_EXCL | O_WRONLY, 0600));
    fails(linkat(fd, "", AT_FDCWD, "named", AT_EMPTY_PATH), ENOENT,
          "O_EXCL: it can never have a name");
    fails(open(".", O_TMPFILE | O_RDONLY, 0600), EINVAL, "O_RDONLY: EINVAL");
    file_write("file", "");
    fails(open("file", O_TMPFILE | O_RDWR, 0600), ENOTDIR, "a file: ENOTDIR");
    fails(open("none", O_TMPFILE | O_RDWR, 0600), ENOENT, "ENOENT");
    is(fcntl(fd, F_GETFL) & O_ACCMODE, O_WRONLY, "its mode");
    must(close(fd));
    is(access("named", F_OK), -1, "nothing is left");
    return done();
}
