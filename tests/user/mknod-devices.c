/* SPDX-License-Identifier: MIT */
/*
 * A device that mknod() makes anywhere is the one of its number, or ENXIO where no
 * driver has that; only root makes one, but for number 0, which says that a name
 * is gone (mknod(2), null(4), full(4)).
 * Needs: root
 */
#include "tap.h"

#include <sys/sysmacros.h>

enum { USER = 2001 };

static int device_open(const char *name, mode_t type, int major, int minor)
{
    must(mknod(name, type | 0666, makedev((unsigned)major, (unsigned)minor)));
    return open(name, O_RDWR);
}

/* Some roots may make no devices, and some file systems have none. */
static void need_devices(void)
{
    if (mknod("probe", S_IFCHR, makedev(1, 3)) == -1 && errno == EPERM)
        skip_all("this root makes no devices");
    if (open("probe", O_RDONLY) == -1 && errno == EACCES)
        skip_all("a file system without devices");
}

static int child_of_user(void *unused)
{
    struct stat st;

    (void)unused;
    expect(setuid(USER) == 0);
    expect(mknod("a", S_IFCHR | 0666, makedev(1, 3)) == -1 && errno == EPERM);
    expect(mknod("b", S_IFBLK | 0666, 0) == -1 && errno == EPERM);
    expect(mknod("null", S_IFCHR | 0666, 0) == -1 && errno == EEXIST);
    expect(mknod("c", S_IFCHR | 0666, 0) == 0 && stat("c", &st) == 0);
    expect(S_ISCHR(st.st_mode) && st.st_rdev == 0 && st.st_uid == USER);
    expect(open("c", O_RDONLY) == -1 && errno == ENXIO);
    expect(unlink("c") == 0);
    return 0;
}

int main(void)
{
    char text[4] = "abc";
    struct stat st;
    int fd;

    need_root();
    need_devices();
    plan(8);
    umask(0);
    fd = device_open("null", S_IFCHR, 1, 3);
    ok(write(fd, text, 3) == 3 && read(fd, text, 3) == 0, "null");
    ok(fstat(fd, &st) == 0 && st.st_rdev == makedev(1, 3) &&
           st.st_mode == (S_IFCHR | 0666),
       "with its number and mode");
    fd = device_open("zero", S_IFCHR, 1, 5);
    ok(read(fd, text, 3) == 3 && text[0] == 0 && text[2] == 0, "zero");
    fails(write(device_open("full", S_IFCHR, 1, 7), text, 1), ENOSPC, "full");
    fails(device_open("tty", S_IFCHR, 5, 0), ENXIO, "tty: there is none");
    fails(device_open("other", S_IFCHR, 77, 3), ENXIO, "no driver: ENXIO");
    fails(device_open("block", S_IFBLK, 77, 3), ENXIO, "a block device: ENXIO");
    ok(exited_with(child_run(child_of_user, NULL), 0), "as a user");
    return done();
}
