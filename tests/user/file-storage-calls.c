/* SPDX-License-Identifier: MIT */
/*
 * fallocate(), posix_fadvise(), fsync() and its kin, the old truncate calls:
 * what they do and their errors (fallocate(2), fsync(2), truncate(2), ...).
 */
#include "raw.h"
#include "tap.h"

static long size_of(const char *path)
{
    struct stat st;

    must(stat(path, &st));
    return (long)st.st_size;
}

int main(void)
{
    int fd, reader, pipes[2];

    plan(26);
    must(pipe(pipes));
    fd = (int)must(open("file", O_RDWR | O_CREAT, 0644));
    reader = (int)must(open("file", O_RDONLY));
    is(posix_fallocate(fd, 0, 5000), 0, "posix_fallocate()");
    is(size_of("file"), 5000, "makes the file longer");
    is(fallocate(fd, FALLOC_FL_KEEP_SIZE, 4000, 9000), 0, "keeping the size");
    is(size_of("file"), 5000, "it does not");
    is(posix_fallocate(fd, 0, 0), EINVAL, "no length: EINVAL");
    is(posix_fallocate(fd, -1, 1), EINVAL, "a negative offset: EINVAL");
    is(posix_fallocate(reader, 0, 1), EBADF, "read-only: EBADF");
    is(posix_fallocate(pipes[1], 0, 1), ESPIPE, "a pipe: ESPIPE");
    is(posix_fadvise(fd, 0, 0, POSIX_FADV_SEQUENTIAL), 0, "posix_fadvise()");
    is(posix_fadvise(fd, 0, 0, 77), EINVAL, "unknown advice: EINVAL");
    is(posix_fadvise(pipes[0], 0, 0, 0), ESPIPE, "to a pipe: ESPIPE");
    is(posix_fadvise(99, 0, 0, 0), EBADF, "EBADF");
    is(fsync(fd), 0, "fsync()");
    is(fdatasync(reader), 0, "fdatasync(), also read-only");
    fails(fsync(pipes[0]), EINVAL, "of a pipe: EINVAL");
    fails(fsync(99), EBADF, "EBADF");
    is(syncfs(fd), 0, "syncfs()");
    is(syscall(SYS_truncate, "file", 10), 0, "the old truncate");
    is(size_of("file"), 10, "cuts");
    is(syscall(SYS_ftruncate, fd, 20), 0, "the old ftruncate");
    is(size_of("file"), 20, "grows");
    fails(syscall(SYS_truncate, "file", -1), EINVAL, "-1: EINVAL");
    fails(ftruncate(reader, 1), EINVAL, "read-only: EINVAL");
    fails(truncate(".", 1), EISDIR, "a directory: EISDIR");
    fails(truncate("none", 1), ENOENT, "ENOENT");
    fails(fallocate(fd, 0x1000, 0, 1), EOPNOTSUPP, "unknown mode");
    return done();
}
