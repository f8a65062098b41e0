/* SPDX-License-Identifier: MIT */
/*
 * The first chown calls have ids of 16 bits, of which the highest means that
 * nothing changes (chown(2), NOTES).
 *
 * Needs: root
 */
#include "tap.h"

#include <sys/syscall.h>

static bool owners_are(const char *path, uid_t uid, gid_t gid)
{
    struct stat st;

    must(lstat(path, &st));
    return st.st_uid == uid && st.st_gid == gid;
}

int main(void)
{
    int fd;

    need_root();
    plan(7);
    file_write("file", "contents");
    must(symlink("file", "link"));
    fd = (int)must(open("file", O_RDWR));
    is(syscall(SYS_chown, "link", 1001, 1002), 0, "chown");
    ok(owners_are("file", 1001, 1002), "follows the link");
    is(syscall(SYS_lchown, "link", 1003, 0xffff), 0, "lchown");
    ok(owners_are("link", 1003, 0), "does not, and 0xffff changes nothing");
    is(syscall(SYS_fchown, fd, 0xffff, 1004), 0, "fchown");
    ok(owners_are("file", 1001, 1004), "changes the open file's");
    fails(syscall(SYS_fchown, 99, 0, 0), EBADF, "no file: EBADF");
    return done();
}
