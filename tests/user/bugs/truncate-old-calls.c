/* SPDX-License-Identifier: MIT */
/*
 * The old forms of truncate and ftruncate, whose length has 32 bits, do what the
 * wide ones do (truncate(2)). They were missing, and programs with glibc that
 * know no large files ask for no others.
 */
#include "tap.h"
#include "raw.h"

enum { OLD_TRUNCATE = 92, OLD_FTRUNCATE = 93 };

static long size_of(const char *path)
{
    struct stat st;

    must(stat(path, &st));
    return (long)st.st_size;
}

int main(void)
{
    int fd;

    plan(7);
    file_write("f", "ten bytes!");
    fd = (int)must(open("f", O_RDWR));
    is(syscall(OLD_FTRUNCATE, fd, 4), 0, "ftruncate cuts");
    is(size_of("f"), 4, "to that length");
    is(syscall(OLD_TRUNCATE, "f", 70000), 0, "truncate extends");
    is(size_of("f"), 70000, "to that length");
    fails(syscall(OLD_FTRUNCATE, fd, -1), EINVAL, "a negative length: EINVAL");
    fails(syscall(OLD_TRUNCATE, "f", -1), EINVAL, "by name, too");
    fails(syscall(OLD_TRUNCATE, "none", 0), ENOENT, "ENOENT");
    return done();
}
