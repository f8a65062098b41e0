/* SPDX-License-Identifier: MIT */
/*
 * access() tells whether a file is there and may be used, chmod() changes
 * that (access(2), chmod(2)).
 */
#include "tap.h"

int main(void)
{
    struct stat attributes;

    plan(9);
    file_write("file", "");
    is(access("file", F_OK), 0, "it is there");
    is(access("file", R_OK | W_OK), 0, "it may be read and written");
    fails(access("file", X_OK), EACCES, "but not executed: EACCES");
    is(chmod("file", 0755), 0, "chmod");
    is(access("file", X_OK), 0, "lets it be executed");
    must(stat("file", &attributes));
    is(attributes.st_mode & 07777, 0755, "stat shows the new bits");
    fails(access("none", F_OK), ENOENT, "a missing file: ENOENT");
    fails(access("file", 8), EINVAL, "an unknown mode: EINVAL");
    fails(chmod("none", 0644), ENOENT, "chmod of nothing: ENOENT");
    return done();
}
