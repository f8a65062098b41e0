/* SPDX-License-Identifier: MIT */
/*
 * chroot() gives the process and its children another "/": absolute names and
 * links start there, ".." does not leave it, getcwd() counts from it (chroot(2)).
 *
 * Needs: root
 */
#include "tap.h"

static int child_in_jail(void *unused)
{
    char text[64];

    (void)unused;
    expect(chroot("jail") == 0 && chdir("/") == 0);
    expect(access("/inside", F_OK) == 0 && access("/../../inside", F_OK) == 0);
    expect(access("/absolute/deep", F_OK) == 0);
    expect(access("/bin", F_OK) == -1 && errno == ENOENT);
    expect(chdir("sub/..") == 0 && access("inside", F_OK) == 0);
    expect(chdir("sub") == 0 && strcmp(getcwd(text, sizeof text), "/sub") == 0);
    expect(chdir("..") == 0 && strcmp(getcwd(text, sizeof text), "/") == 0);
    expect(chroot("inside") == -1 && errno == ENOTDIR);
    expect(chroot("nowhere") == -1 && errno == ENOENT);
    expect(setuid(2001) == 0);
    expect(chroot("/") == -1 && errno == EPERM);
    return 0;
}

int main(void)
{
    need_root();
    plan(2);
    must(mkdir("jail", 0755));
    must(mkdir("jail/sub", 0755));
    file_write("jail/inside", "");
    file_write("jail/sub/deep", "");
    must(symlink("/sub", "jail/absolute"));
    ok(exited_with(child_run(child_in_jail, NULL), 0), "a child in its jail");
    is(access("/jail", F_OK), -1, "the parent's root is as before");
    return done();
}
