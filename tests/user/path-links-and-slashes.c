/* SPDX-License-Identifier: MIT */
/*
 * Slashes behind a symbolic link ask for a directory, however many links lead
 * there: path_resolution(7). A link in the middle of a path asks nothing of its end.
 */
#include "tap.h"

int main(void)
{
    plan(6);
    must(mkdir("dir", 0700));
    file_write("dir/file", "x");
    must(symlink("dir/file", "link"));
    must(symlink("link", "chain"));
    must(symlink("dir/", "into"));
    is(access("chain", F_OK), 0, "a chain of links to a file");
    fails(access("chain/", F_OK), ENOTDIR, "with a slash: ENOTDIR");
    fails(open("chain/", O_RDONLY | O_CREAT, 0600), EISDIR, "O_CREAT: EISDIR");
    fails(access("chain/x", F_OK), ENOTDIR, "with a name: ENOTDIR");
    is(access("into/file", F_OK), 0, "a link whose text ends with a slash");
    fails(access("into/file/", F_OK), ENOTDIR, "and the file behind it");
    unlink("link");
    unlink("chain");
    unlink("into");
    unlink("dir/file");
    rmdir("dir");
    return done();
}
