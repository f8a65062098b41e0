/* SPDX-License-Identifier: MIT */
/*
 * link() gives a file a second name, symlink() a name that leads to another,
 * and readlink() tells where (link(2), symlink(2), readlink(2)).
 */
#include "tap.h"

int main(void)
{
    struct stat a, b;
    char text[32] = "";

    plan(17);
    file_write("file", "text");
    is(link("file", "second"), 0, "link");
    must(stat("file", &a));
    must(stat("second", &b));
    ok(a.st_ino == b.st_ino && a.st_nlink == 2, "one file, two names");
    fails(link("file", "second"), EEXIST, "over a name: EEXIST");
    must(unlink("file"));
    is(file_read("second", text, sizeof text), 4, "the other name stays");
    must(mkdir("d", 0755));
    fails(link("d", "e"), EPERM, "a directory: EPERM");
    is(symlink("second", "soft"), 0, "symlink");
    is(file_read("soft", text, sizeof text), 4, "leads to the file");
    memset(text, 0, sizeof text);
    is(readlink("soft", text, sizeof text), 6, "readlink");
    is_str(text, "second", "tells where to");
    must(lstat("soft", &a));
    ok(S_ISLNK(a.st_mode) && a.st_size == 6, "lstat sees the link itself");
    fails(readlink("second", text, 4), EINVAL, "readlink of a file: EINVAL");
    must(symlink("nowhere", "dead"));
    fails(open("dead", O_RDONLY), ENOENT, "a dead link: ENOENT");
    must(symlink("loop", "loop"));
    fails(open("loop", O_RDONLY), ELOOP, "a loop: ELOOP");
    must(symlink("..", "d/up"));
    is(file_read("d/up/soft", text, sizeof text), 4, "links inside a path");
    fails(open("soft", O_RDONLY | O_NOFOLLOW), ELOOP,
          "O_NOFOLLOW refuses a link: ELOOP");
    is(unlink("soft"), 0, "unlink removes the link");
    is(file_read("second", text, sizeof text), 4, "not the file");
    return done();
}
