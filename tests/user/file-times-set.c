/* SPDX-License-Identifier: MIT */
/*
 * utimensat() sets a file's times, to given ones, to now, or not
 * (utimensat(2)).
 */
#include "tap.h"

#include <sys/stat.h>

int main(void)
{
    struct timespec when[2] = {{1000000, 0}, {2000000, 0}};
    struct stat attributes;

    plan(7);
    file_write("file", "");
    is(utimensat(AT_FDCWD, "file", when, 0), 0, "two times");
    must(stat("file", &attributes));
    is(attributes.st_atime, 1000000, "of access");
    is(attributes.st_mtime, 2000000, "of modification");
    when[0].tv_nsec = UTIME_NOW;
    when[1].tv_nsec = UTIME_OMIT;
    is(utimensat(AT_FDCWD, "file", when, 0), 0, "one now, one not");
    must(stat("file", &attributes));
    ok(attributes.st_atime > 1577836800, "is now");
    is(attributes.st_mtime, 2000000, "is as it was");
    fails(utimensat(AT_FDCWD, "none", when, 0), ENOENT, "nothing: ENOENT");
    return done();
}
