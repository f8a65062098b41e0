/* SPDX-License-Identifier: MIT */
/*
 * Reading a symbolic link, or following it, left its time of access as it was.
 */
#include "tap.h"

enum { LONG_AGO = 1000000 };

static void set_times(void)
{
    const struct timespec times[2] = {{LONG_AGO, 0}, {LONG_AGO + 1, 0}};
    must(utimensat(AT_FDCWD, "link", times, AT_SYMLINK_NOFOLLOW));
}

static time_t access_time(void)
{
    struct stat st;
    must(lstat("link", &st));
    return st.st_atime;
}

int main(void)
{
    char text[8];
    struct stat st;

    plan(4);
    must(symlink("file", "link"));
    set_times();
    is(access_time(), LONG_AGO, "lstat leaves it");
    must(readlink("link", text, sizeof text));
    ok(access_time() > LONG_AGO, "readlink sets it");
    set_times();
    fails(stat("link", &st), ENOENT, "following leads nowhere");
    ok(access_time() > LONG_AGO, "but sets it, too");
    return done();
}
