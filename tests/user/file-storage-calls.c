/* SPDX-License-Identifier: MIT */
/*
 * fsync() and fdatasync(), ftruncate() and truncate(): which files they refuse
 * (fsync(2), truncate(2)).
 */
#include "tap.h"

int main(void)
{
    int fd, reader, pipes[2];

    plan(9);
    must(pipe(pipes));
    fd = (int)must(open("file", O_RDWR | O_CREAT, 0644));
    reader = (int)must(open("file", O_RDONLY));
    is(fsync(fd), 0, "fsync()");
    is(fdatasync(reader), 0, "fdatasync(), also read-only");
    fails(fsync(pipes[0]), EINVAL, "of a pipe: EINVAL");
    fails(fsync(99), EBADF, "EBADF");
    fails(fdatasync(pipes[0]), EINVAL, "fdatasync, too");
    fails(fdatasync(99), EBADF, "EBADF");
    fails(ftruncate(reader, 1), EINVAL, "read-only: EINVAL");
    fails(truncate(".", 1), EISDIR, "a directory: EISDIR");
    fails(truncate("none", 1), ENOENT, "ENOENT");
    return done();
}
