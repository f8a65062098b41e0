/* SPDX-License-Identifier: MIT */
/*
 * mount() and umount() are for root: EPERM; and say what is wrong with a name, a
 * type or a place (mount(2), umount(2)).
 *
 * Needs: root
 */
#include "tap.h"
#include <sys/mount.h>

static int child_may_not(void *unused)
{
    (void)unused;
    expect(setuid(2001) == 0);
    expect(mount("proc", "/proc", "proc", 0, NULL) == -1 && errno == EPERM);
    expect(umount("/proc") == -1 && errno == EPERM);
    return 0;
}

int main(void)
{
    need_root();
    plan(7);
    must(mkdir("dir", 0755));
    ok(exited_with(child_run(child_may_not, NULL), 0), "not for others: EPERM");
    fails(mount("x", "dir", "no-such-type", 0, NULL), ENODEV,
          "no such type: ENODEV");
    fails(mount("proc", "none", "proc", 0, NULL), ENOENT, "no place: ENOENT");
    fails(umount("dir"), EINVAL, "nothing is mounted there: EINVAL");
    fails(umount("none"), ENOENT, "ENOENT");
    fails(umount2("dir", 0x100), EINVAL, "unknown flags: EINVAL");
    fails(umount2((char *)16, 0), EFAULT, "EFAULT");
    return done();
}
