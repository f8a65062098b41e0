/* SPDX-License-Identifier: MIT */
/*
 * mknod() makes regular files and fifos for everybody, with the umask
 * applied; EPERM for a directory, EINVAL for nonsense (mknod(2)).
 */
#include "tap.h"

static mode_t mode_of(const char *path)
{
    struct stat st;

    must(lstat(path, &st));
    return st.st_mode;
}

int main(void)
{
    plan(12);
    umask(027);
    is(mknod("plain", 0666, 0), 0, "without a type");
    is(mode_of("plain"), S_IFREG | 0640, "a regular file");
    is(mknod("regular", S_IFREG | 06777, 0), 0, "S_IFREG");
    is(mode_of("regular"), S_IFREG | 06750, "with the set-ID bits");
    is(mkfifo("fifo", 0666), 0, "mkfifo()");
    is(mode_of("fifo"), S_IFIFO | 0640, "makes a fifo");
    is(mknod("socket", S_IFSOCK | 0666, 0), 0, "S_IFSOCK");
    fails(open("socket", O_RDWR), ENXIO, "which cannot be opened: ENXIO");
    fails(mkfifo("fifo", 0666), EEXIST, "a name that is there: EEXIST");
    fails(mkfifo("none/fifo", 0666), ENOENT, "no directory: ENOENT");
    fails(mknod("dir", S_IFDIR | 0755, 0), EPERM, "S_IFDIR: EPERM");
    fails(mknod("what", 0030000, 0), EINVAL, "no type at all: EINVAL");
    return done();
}
