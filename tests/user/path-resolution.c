/* SPDX-License-Identifier: MIT */
/*
 * Paths: repeated slashes, dots, ".." at the root, long names
 * (path_resolution(7)).
 */
#include "tap.h"

enum { TOO_LONG = 4200 };

int main(void)
{
    char path[TOO_LONG];
    struct stat a, b;

    plan(8);
    must(mkdir("d", 0755));
    file_write("d/file", "");
    is(access(".//d///./file", F_OK), 0, "repeated slashes and dots");
    is(access("d/../d/../d/file", F_OK), 0, "up and down");
    must(stat("/", &a));
    must(stat("/../../..", &b));
    ok(a.st_ino == b.st_ino && a.st_dev == b.st_dev,
       "above the root is the root");
    is(access("d/", F_OK), 0, "a slash after a directory");
    fails(access("d/file/", F_OK), ENOTDIR, "after a file: ENOTDIR");
    fails(access("d/file/..", F_OK), ENOTDIR, "up from a file: ENOTDIR");
    memset(path, '/', sizeof path);
    path[TOO_LONG - 1] = '\0';
    fails(access(path, F_OK), ENAMETOOLONG, "4199 bytes: ENAMETOOLONG");
    path[4000] = '\0';
    is(access(path, F_OK), 0, "4000 bytes of slashes: the root");
    return done();
}
