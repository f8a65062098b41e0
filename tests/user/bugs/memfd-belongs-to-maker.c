/* SPDX-License-Identifier: MIT */
/*
 * The file that memfd_create makes belonged to root, whoever made it: its maker
 * could not change its mode.
 */
#include "../tap.h"

#include <sys/mman.h>

int main(void)
{
    struct stat st;
    int fd = (int)must(memfd_create("mine", 0));

    plan(4);
    must(fstat(fd, &st));
    is(st.st_uid, geteuid(), "its owner");
    is(st.st_gid, getegid(), "its group");
    is(st.st_mode & 07777, 0777, "its mode");
    is(fchmod(fd, 0600), 0, "which the owner changes");
    return done();
}
