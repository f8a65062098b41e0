/* SPDX-License-Identifier: MIT */
/*
 * open() with O_TMPFILE and O_RDONLY opened the directory: nothing could be written
 * to the file that was asked for (open(2), EINVAL).
 */
#include "tap.h"

int main(void)
{
    const int unnamed = O_TMPFILE & ~O_DIRECTORY;

    plan(5);
    fails(open(".", O_TMPFILE | O_RDONLY, 0600), EINVAL, "read-only");
    fails(open(".", O_TMPFILE | O_RDWR | O_CREAT, 0600), EINVAL, "with O_CREAT");
    fails(open(".", unnamed | O_RDWR, 0600), EINVAL, "without O_DIRECTORY");
    fails(open("none", O_TMPFILE | O_RDWR, 0600), ENOENT, "no such directory");
    ok(open(".", O_PATH | O_TMPFILE, 0600) >= 0, "O_PATH ignores it");
    return done();
}
