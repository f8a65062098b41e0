/* SPDX-License-Identifier: MIT */
/* Needs: root.  Names in /dev/pts are the kernel's: once root could remove one,
 * and the kernel looked for it when the terminal closed. */
#include "tap.h"
#include "terminal.h"

int main(void)
{
    need_root();
    plan(8);
    struct terminal t = terminal_open();

    fails(unlink(t.name), EPERM, "unlink");
    fails(rename(t.name, "/dev/pts/other"), EPERM, "rename");
    fails(link(t.name, "/dev/pts/other"), EPERM, "link");
    fails(symlink("a", "/dev/pts/other"), EPERM, "symlink");
    fails(mkdir("/dev/pts/other", 0700), EPERM, "mkdir");
    fails(open("/dev/pts/other", O_CREAT | O_RDWR, 0600), EACCES, "open");
    fails(rmdir(t.name), ENOTDIR, "rmdir");
    is(chmod(t.name, 0600), 0, "but its owner may change the mode");
    terminal_close(&t);
    return done();
}
