/* SPDX-License-Identifier: MIT */
/*
 * mount() and umount() looked at the caller's rights before the place, and mount()
 * wanted a type where none is needed (mount(2), MS_REMOUNT).
 *
 * Needs: root
 */
#include "tap.h"

#include <sys/mount.h>

static int child_of_user(void *unused)
{
    (void)unused;
    expect(setuid(2001) == 0);
    expect(mount("x", "none", "proc", 0, NULL) == -1 && errno == ENOENT);
    expect(mount("x", "none", NULL, 0, NULL) == -1 && errno == ENOENT);
    expect(mount("x", "dir", "proc", 0, NULL) == -1 && errno == EPERM);
    expect(mount("x", "/proc", NULL, MS_REMOUNT, NULL) == -1 && errno == EPERM);
    expect(umount("none") == -1 && errno == ENOENT);
    expect(umount("dir") == -1 && errno == EPERM);
    return 0;
}

int main(void)
{
    need_root();
    plan(4);
    must(mkdir("dir", 0755));
    ok(exited_with(child_run(child_of_user, NULL), 0), "a user: ENOENT, EPERM");
    fails(mount("x", "none", NULL, 0, NULL), ENOENT, "no place");
    fails(mount("x", "dir", NULL, 0, NULL), EINVAL, "no type");
    fails(mount("x", "dir", NULL, MS_REMOUNT, NULL), EINVAL, "no mount");
    return done();
}
