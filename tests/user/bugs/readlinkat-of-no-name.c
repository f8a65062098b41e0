/* SPDX-License-Identifier: MIT */
/*
 * readlinkat() with an empty path said EINVAL, as for a file that is no link, where
 * nothing is named (readlink(2): ENOENT).
 */
#include "tap.h"

int main(void)
{
    char text[16];
    int dir;

    plan(4);
    file_write("file", "contents");
    dir = (int)must(open(".", O_RDONLY));
    fails(readlinkat(AT_FDCWD, "", text, sizeof text), ENOENT, "no name");
    fails(readlinkat(dir, "", text, sizeof text), ENOENT, "nor a link's fd");
    fails(readlinkat(dir, "file", text, sizeof text), EINVAL, "a file");
    fails(readlink("", text, sizeof text), ENOENT, "readlink says the same");
    return done();
}
