/* SPDX-License-Identifier: MIT */
/*
 * A write sets a file's time of modification to now (stat(2), inode(7)).
 */
#include "tap.h"

int main(void)
{
    struct stat attributes;
    time_t before = time(NULL);

    plan(2);
    file_write("file", "x");
    must(stat("file", &attributes));
    ok(attributes.st_mtime >= before - 1, "not before the write");
    ok(attributes.st_mtime <= time(NULL) + 1, "nor after it");
    return done();
}
