/* SPDX-License-Identifier: MIT */
/*
 * A file of /proc read byte by byte, or again from its start, gives the same
 * text as at once (proc(5)).
 */
#include "tap.h"

int main(void)
{
    char whole[4096], pieces[4096];
    int fd, len, at = 0;

    plan(4);
    len = file_read("/proc/self/cmdline", whole, sizeof whole);
    ok(len > 0, "cmdline at once");
    fd = (int)must(open("/proc/self/cmdline", O_RDONLY));
    while (at < (int)sizeof pieces && read(fd, pieces + at, 1) == 1)
        at++;
    is(at, len, "byte by byte it is as long");
    ok(memcmp(whole, pieces, (size_t)len) == 0, "and the same");
    must(lseek(fd, 1, SEEK_SET));
    ok(read(fd, pieces, sizeof pieces) == len - 1 &&
       memcmp(whole + 1, pieces, (size_t)len - 1) == 0,
       "from the second byte it is the rest");
    return done();
}
