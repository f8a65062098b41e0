/* SPDX-License-Identifier: MIT */
/*
 * fstatat() and statx() with AT_EMPTY_PATH wanted an empty path, where Linux is
 * content with none; only for them.
 */
#include "tap.h"

#include <sys/stat.h>

int main(void)
{
    char *volatile none = NULL;
    int fd;
    struct stat st;
    struct statx stx;

    plan(9);
    file_write("file", "contents");
    fd = must(open("file", O_PATH));
    is(statx(fd, none, AT_EMPTY_PATH, STATX_SIZE, &stx), 0, "statx");
    is((long long)stx.stx_size, 8, "its size");
    is(fstatat(fd, none, &st, AT_EMPTY_PATH), 0, "fstatat");
    is(st.st_size, 8, "its size");
    is(statx(AT_FDCWD, none, AT_EMPTY_PATH, STATX_MODE, &stx), 0, "AT_FDCWD");
    ok(S_ISDIR(stx.stx_mode), "the working directory");
    fails(statx(fd, none, 0, STATX_SIZE, &stx), EFAULT, "without the flag");
    fails(statx(-1, none, AT_EMPTY_PATH, STATX_SIZE, &stx), EBADF, "no file");
    fails(fchownat(fd, none, -1, -1, AT_EMPTY_PATH), EFAULT, "another call");
    return done();
}
