/* SPDX-License-Identifier: MIT */
/*
 * rename() moves a file or directory, replaces a file in one step, and
 * refuses with ENOENT, EISDIR, ENOTDIR, ENOTEMPTY, EINVAL (rename(2)).
 */
#include "tap.h"

int main(void)
{
    char text[16];

    plan(19);
    file_write("a", "A");
    file_write("b", "B");
    is(rename("a", "c"), 0, "to a new name");
    fails(open("a", O_RDONLY), ENOENT, "the old one is gone");
    is(file_read("c", text, sizeof text), 1, "the new one");
    is_str(text, "A", "has its bytes");
    is(rename("c", "b"), 0, "over another file");
    file_read("b", text, sizeof text);
    is_str(text, "A", "which it replaces");
    is(rename("b", "b"), 0, "to itself");
    fails(rename("none", "x"), ENOENT, "nothing: ENOENT");
    must(mkdir("d", 0755));
    must(mkdir("e", 0755));
    is(rename("b", "d/b"), 0, "into a directory");
    is(rename("d", "f"), 0, "a directory");
    is(file_read("f/b", text, sizeof text), 1, "with what is in it");
    is(rename("f", "e"), 0, "over an empty directory");
    must(mkdir("g", 0755));
    fails(rename("g", "e"), ENOTEMPTY, "over one not empty: ENOTEMPTY");
    file_write("file", "");
    fails(rename("file", "g"), EISDIR, "a file over a directory: EISDIR");
    fails(rename("g", "file"), ENOTDIR, "a directory over a file: ENOTDIR");
    fails(rename("e", "e/inside"), EINVAL, "into itself: EINVAL");
    fails(rename("file", "no/x"), ENOENT, "to a missing place: ENOENT");
    is(rename("e/b", "b"), 0, "up again");
    is(rmdir("e"), 0, "the directory is empty then");
    return done();
}
