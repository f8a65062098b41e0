/* SPDX-License-Identifier: MIT */
/*
 * mkdir() and rmdir() and their errors: EEXIST, ENOENT, ENOTDIR, ENOTEMPTY,
 * EINVAL, EBUSY (mkdir(2), rmdir(2)).
 */
#include "tap.h"

int main(void)
{
    struct stat attributes;

    plan(17);
    is(mkdir("d", 0755), 0, "mkdir");
    fails(mkdir("d", 0755), EEXIST, "twice: EEXIST");
    file_write("file", "");
    fails(mkdir("file", 0755), EEXIST, "over a file: EEXIST");
    fails(mkdir("no/d", 0755), ENOENT, "in a missing directory: ENOENT");
    fails(mkdir("file/d", 0755), ENOTDIR, "in a file: ENOTDIR");
    fails(mkdir("", 0755), ENOENT, "an empty name: ENOENT");
    is(mkdir("slash/", 0755), 0, "a slash at the end does no harm");
    is(mkdir("d/inner", 0755), 0, "a directory in it");
    must(stat("d", &attributes));
    is(attributes.st_nlink, 3, "has a link from its inner one's ..");
    fails(rmdir("d"), ENOTEMPTY, "rmdir of one not empty: ENOTEMPTY");
    is(rmdir("d/inner"), 0, "rmdir");
    is(rmdir("d"), 0, "of both");
    fails(rmdir("d"), ENOENT, "twice: ENOENT");
    fails(rmdir("file"), ENOTDIR, "of a file: ENOTDIR");
    fails(rmdir("."), EINVAL, "of .: EINVAL");
    fails(rmdir("slash/.."), ENOTEMPTY, "of ..: ENOTEMPTY");
    fails(rmdir("/"), EBUSY, "of the root: EBUSY");
    return done();
}
