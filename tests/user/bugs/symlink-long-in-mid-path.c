/* SPDX-License-Identifier: MIT */
/*
 * What follows a symbolic link in a path does not count for the length of the
 * link's own text: a link of PATH_MAX - 1 bytes leads on, too, and so does one in
 * the text of another; that was ENAMETOOLONG.
 */
#include "../tap.h"

#include <limits.h>

/* Makes LINK, whose text of PATH_MAX - 1 bytes leads to TO: "././././TO". */
static void link_make(const char *link, const char *to)
{
    static char target[PATH_MAX];
    size_t start = sizeof target - 1 - strlen(to);

    for (size_t i = 0; i < start; i++)
        target[i] = i % 2 == start % 2 ? '.' : '/';
    memcpy(target, "./", 2);
    strcpy(target + start, to);
    must(symlink(target, link));
}

int main(void)
{
    struct stat st;

    plan(7);
    must(mkdir("dir", 0700));
    file_write("dir/file", "x");
    link_make("long", "dir");
    link_make("longer", "long");
    link_make("slash", "long/");
    is(access("long/file", F_OK), 0, "a long link in the middle");
    is(access("longer/./file", F_OK), 0, "one that leads to another");
    is(access("longer/../longer/file", F_OK), 0, "both, twice");
    is(access("slash/file", F_OK), 0, "one that ends with a slash");
    fails(access("longer/none", F_OK), ENOENT, "what is not there: ENOENT");
    is(lstat("slash/", &st), 0, "slashes behind the last one");
    ok(S_ISDIR(st.st_mode), "mean what it leads to");
    unlink("long");
    unlink("longer");
    unlink("slash");
    unlink("dir/file");
    rmdir("dir");
    return done();
}
