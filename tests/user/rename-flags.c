/* SPDX-License-Identifier: MIT */
/*
 * renameat2(): RENAME_NOREPLACE refuses to replace, RENAME_EXCHANGE lets two
 * names of any type change places (renameat2(2)).
 */
#include "tap.h"

static int rename_with(const char *from, const char *to, unsigned int flags)
{
    return renameat2(AT_FDCWD, from, AT_FDCWD, to, flags);
}

static nlink_t links(const char *path)
{
    struct stat st;

    must(stat(path, &st));
    return st.st_nlink;
}

int main(void)
{
    struct stat st;
    char text[16];

    plan(18);
    file_write("a", "one");
    file_write("b", "two");
    fails(rename_with("a", "b", RENAME_NOREPLACE), EEXIST, "no replace: EEXIST");
    is(rename_with("a", "c", RENAME_NOREPLACE), 0, "a free name is fine");
    fails(rename_with("a", "d", RENAME_NOREPLACE), ENOENT, "ENOENT");
    is(rename_with("b", "c", RENAME_EXCHANGE), 0, "two files change places");
    must(file_read("b", text, sizeof text));
    is_str(text, "one", "one");
    must(file_read("c", text, sizeof text));
    is_str(text, "two", "and the other");
    fails(rename_with("b", "none", RENAME_EXCHANGE), ENOENT,
          "with nothing: ENOENT");
    must(mkdir("dir", 0755));
    must(mkdir("dir/sub", 0755));
    is(rename_with("b", "dir/sub", RENAME_EXCHANGE), 0,
       "a file and a directory elsewhere");
    ok(stat("b", &st) == 0 && S_ISDIR(st.st_mode), "the directory has moved");
    ok(stat("dir/sub", &st) == 0 && S_ISREG(st.st_mode), "and the file");
    is(links("dir"), 2, "the parent has one link less");
    must(mkdir("dir/deep", 0755));
    is(rename_with("b", "dir/deep", RENAME_EXCHANGE), 0, "two directories");
    is(links("dir"), 3, "links stay the same");
    fails(rename_with("dir", "dir/deep", RENAME_EXCHANGE), EINVAL,
          "a directory and one inside it: EINVAL");
    fails(rename_with("dir/deep", "dir", RENAME_EXCHANGE), EINVAL,
          "either way round");
    fails(rename("dir/deep", "dir"), ENOTEMPTY, "without the flag: ENOTEMPTY");
    fails(rename_with("c", "b", RENAME_EXCHANGE | RENAME_NOREPLACE), EINVAL,
          "both flags: EINVAL");
    fails(rename_with("c", "b", 0x100), EINVAL, "unknown flags: EINVAL");
    return done();
}
