/* SPDX-License-Identifier: MIT */
/*
 * utime(), utimes(), futimes(), lutimes() and futimesat() set both times in
 * their own units (utime(2), futimesat(2)).
 */
#include "tap.h"
#include <sys/time.h>
#include <utime.h>

static bool times_are(const char *path, long atime, long mtime, long ns)
{
    struct stat st;

    must(lstat(path, &st));
    return st.st_atim.tv_sec == atime && st.st_mtim.tv_sec == mtime &&
           st.st_mtim.tv_nsec == ns;
}

int main(void)
{
    struct utimbuf seconds = {100, 200};
    struct timeval micro[2] = {{300, 1}, {400, 2}};
    struct timeval bad[2] = {{0, 0}, {0, 1000000}};
    struct stat st;
    int fd;

    plan(13);
    file_write("file", "");
    must(symlink("file", "soft"));
    is(utime("file", &seconds), 0, "utime()");
    ok(times_are("file", 100, 200, 0), "whole seconds");
    is(utimes("file", micro), 0, "utimes()");
    ok(times_are("file", 300, 400, 2000), "microseconds");
    micro[1].tv_sec = 500;
    fd = (int)must(open("file", O_RDONLY));
    is(futimes(fd, micro), 0, "futimes()");
    ok(times_are("file", 300, 500, 2000), "of a descriptor");
    micro[1].tv_sec = 600;
    is(lutimes("soft", micro), 0, "lutimes()");
    ok(times_are("soft", 300, 600, 2000) && times_are("file", 300, 500, 2000),
       "of the link itself");
    fails(utimes("file", bad), EINVAL, "a million microseconds: EINVAL");
    is(utime("file", NULL), 0, "no times");
    must(stat("file", &st));
    ok(st.st_mtime > 1000, "mean now");
    fails(utime("none", &seconds), ENOENT, "ENOENT");
    fails(utimes("file/x", micro), ENOTDIR, "ENOTDIR");
    return done();
}
