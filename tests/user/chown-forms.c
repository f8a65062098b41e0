/* SPDX-License-Identifier: MIT */
/*
 * chown, lchown and fchown: -1 leaves alone, a new owner loses the set-ID bits (chown(2)).
 *
 * Needs: root
 */
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
    plan(8);
    file_write("file", "");
    must(symlink("file", "soft"));
    fd = (int)must(open("file", O_RDONLY));
    is(chown("soft", 1, 2), 0, "chown()");
    ok(owner_is("file", 1, 2) && owner_is("soft", 0, 0), "follows a link");
    is(lchown("soft", 3, 4), 0, "lchown()");
    ok(owner_is("file", 1, 2) && owner_is("soft", 3, 4), "does not");
    is(fchown(fd, 5, -1), 0, "fchown()");
    ok(owner_is("file", 5, 2), "-1 leaves the group alone");
    must(chmod("file", 06755));
    is(fchown(fd, 9, 9), 0, "another owner");
    must(stat("file", &st));
    is(st.st_mode & 07777, 0755, "the set-ID bits are gone");
    return done();
}
