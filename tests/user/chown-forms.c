/* SPDX-License-Identifier: MIT */
/*
 * chown, lchown and fchown in their 32-bit and 16-bit forms: -1 leaves alone,
 * a new owner loses the set-ID bits (chown(2)).
 *
 * Needs: root
 */
#include "raw.h"
#include "tap.h"

static bool owner_is(const char *path, uid_t uid, gid_t gid)
{
    struct stat st;

    must(lstat(path, &st));
    return st.st_uid == uid && st.st_gid == gid;
}

int main(void)
{
    struct stat st;
    int fd;

    need_root();
    plan(12);
    file_write("file", "");
    must(symlink("file", "soft"));
    fd = (int)must(open("file", O_RDONLY));
    is(chown("soft", 1, 2), 0, "chown()");
    ok(owner_is("file", 1, 2) && owner_is("soft", 0, 0), "follows a link");
    is(lchown("soft", 3, 4), 0, "lchown()");
    ok(owner_is("file", 1, 2) && owner_is("soft", 3, 4), "does not");
    is(fchown(fd, 5, -1), 0, "fchown()");
    ok(owner_is("file", 5, 2), "-1 leaves the group alone");
    is(syscall(SYS_chown, "file", 0xffff, 7), 0, "the 16-bit chown");
    ok(owner_is("file", 5, 7), "its -1 is 65535");
    is(syscall(SYS_lchown, "soft", 8, 0xffff), 0, "the 16-bit lchown");
    ok(owner_is("soft", 8, 4), "stays with the link");
    must(chmod("file", 06755));
    is(syscall(SYS_fchown, fd, 9, 9), 0, "the 16-bit fchown");
    must(stat("file", &st));
    is(st.st_mode & 07777, 0755, "the set-ID bits are gone");
    return done();
}
