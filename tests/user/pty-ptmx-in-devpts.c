/* SPDX-License-Identifier: MIT */
/* Needs: root.  /dev/pts has the device of the masters, too (pts(4)). */
#include "tap.h"
#include "terminal.h"

#include <sys/sysmacros.h>

int main(void)
{
    struct stat st;
    int fd, number = -1;

    need_root();
    plan(4);
    must(stat("/dev/pts/ptmx", &st));
    ok(S_ISCHR(st.st_mode), "/dev/pts/ptmx is a device");
    ok(major(st.st_rdev) == 5 && minor(st.st_rdev) == 2, "that of /dev/ptmx");
    fd = open("/dev/pts/ptmx", O_RDWR | O_NOCTTY);
    ok(fd >= 0, "it opens");
    ok(ioctl(fd, TIOCGPTN, &number) == 0 && number >= 0, "as a master");
    close(fd);
    return done();
}
