/* SPDX-License-Identifier: MIT */
/*
 * getdents64() fills whole records, each 8-aligned in length, over as many
 * calls as it takes, 0 at the end, and EINVAL for a buffer too small for one
 * (getdents(2)).
 */
#include "tap.h"
#include "raw.h"

enum { FILES = 40, AT_RECLEN = 16, AT_NAME = 19, SMALL = 200 };

int main(void)
{
    unsigned char buf[SMALL];
    unsigned short length;
    int fd, entries = 0, calls = 0, bad = 0;
    char path[64];
    long n;

    plan(8);
    must(mkdir("d", 0755));
    for (int i = 0; i < FILES; i++) {
        snprintf(path, sizeof path, "d/name-%d", i);
        file_write(path, "");
    }
    fd = (int)must(open("d", O_RDONLY | O_DIRECTORY));
    while ((n = syscall(SYS_getdents64, fd, buf, SMALL)) > 0) {
        calls++;
        for (long at = 0; at < n; at += length) {
            memcpy(&length, buf + at + AT_RECLEN, sizeof length);
            bad += length % 8 != 0 || at + length > n;
            bad += memchr(buf + at + AT_NAME, 0, length - AT_NAME) == NULL;
            entries++;
            if (length == 0)
                tap_bail("a record of no length");
        }
    }
    is(n, 0, "the end is 0");
    is(entries, FILES + 2, "all entries came");
    ok(calls > 5, "over several calls");
    is(bad, 0, "in whole records");
    is(syscall(SYS_getdents64, fd, buf, SMALL), 0, "the end stays");
    must(lseek(fd, 0, SEEK_SET));
    fails(syscall(SYS_getdents64, fd, buf, 8), EINVAL,
          "no room for one record: EINVAL");
    fails(syscall(SYS_getdents64, 0, buf, SMALL), ENOTDIR,
          "not a directory: ENOTDIR");
    fails(syscall(SYS_getdents64, 99, buf, SMALL), EBADF,
          "a closed descriptor: EBADF");
    return done();
}
